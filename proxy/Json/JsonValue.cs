namespace ClaudeCodeProxy.Json;

/// <summary>One whole JSON value of any kind, where it stands in its source.</summary>
internal readonly record struct JsonValue(int Start, int Length)
{
    public bool IsPresent => Length > 0;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> source) => source.Slice(Start, Length);
}
