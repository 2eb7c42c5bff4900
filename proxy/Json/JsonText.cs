namespace ClaudeCodeProxy.Json;

/// <summary>The inside of a JSON string, where it stands in its source: valid UTF-8, still escaped, without the quotes.</summary>
internal readonly record struct JsonText(int Start, int Length)
{
    /// <summary>False for a member that the source does not have; a text never starts at 0, where a quote would have to stand before it.</summary>
    public bool IsPresent => Start > 0;

    public bool IsEmpty => Length == 0;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> source) => source.Slice(Start, Length);

    public bool Is(ReadOnlySpan<byte> source, ReadOnlySpan<byte> expected) => JsonEscapes.SameText(In(source), expected);

    public bool SameAs(JsonText other, ReadOnlySpan<byte> source)
    {
        if (In(source).SequenceEqual(other.In(source)))
            return true;
        var isEscaped = In(source).Contains((byte)'\\') || other.In(source).Contains((byte)'\\');
        return isEscaped && ToString(source) == other.ToString(source);
    }

    public bool StartsWith(ReadOnlySpan<byte> source, ReadOnlySpan<byte> prefix) => In(source).StartsWith(prefix);

    /// <summary>The same text in a source in which it stands so many bytes later; what is absent stays so.</summary>
    public JsonText MovedBy(int offset) => IsPresent ? new(Start + offset, Length) : this;

    public JsonText Skip(int bytes) => new(Start + bytes, Length - bytes);

    public string ToString(ReadOnlySpan<byte> source) => JsonEscapes.Unescape(In(source));
}
