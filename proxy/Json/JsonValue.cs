namespace ClaudeCodeProxy.Json;

/// <summary>One whole JSON value of any kind, where it stands in its source.</summary>
internal readonly record struct JsonValue(int Start, int Length)
{
    public bool IsPresent => Length > 0;

    /// <summary>The same value in a source in which it stands so many bytes later; what is absent stays so.</summary>
    public JsonValue MovedBy(int offset) => IsPresent ? new(Start + offset, Length) : this;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> source) => source.Slice(Start, Length);
}
