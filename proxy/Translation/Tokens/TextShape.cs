namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// What tokenizers cut at, counted: words, humps in camelCase, numbers, signs, line ends, characters beyond ASCII. Of long texts a quarter is looked
/// at, so that counting costs a fraction of reading the request.
/// </summary>
/// <param name="isMeasuredOnly">Texts are not looked at, only <see cref="Bytes"/> are counted.</param>
internal struct TextShape(bool isMeasuredOnly = false)
{
    private const int LongText = 8192;
    private const int SampleEvery = 4;

    public long Bytes { get; private set; }

    public long Words { get; private set; }

    /// <summary>Capitals after small letters.</summary>
    public long Humps { get; private set; }

    public long Numbers { get; private set; }

    public long Digits { get; private set; }

    /// <summary>Letters, digits and space are none; both characters of an escape are.</summary>
    public long Signs { get; private set; }

    public long SignRuns { get; private set; }

    /// <summary>Escaped, as texts in a request are.</summary>
    public long LineEnds { get; private set; }

    /// <summary>Two blanks and more: the last one goes with what follows.</summary>
    public long Gaps { get; private set; }

    public long TwoByteCharacters { get; private set; }

    public long LongerCharacters { get; private set; }

    public void Add(ReadOnlySpan<byte> text)
    {
        Bytes += text.Length;
        if (isMeasuredOnly)
            return;
        var every = text.Length > LongText ? SampleEvery : 1;
        var random = (uint)text.Length;
        for (var group = 0; group < text.Length; group += ByteClasses.Counted * every)
        {
            // Any one of the group: were it always the first, it could be the same column of every row.
            random = (random * 1664525) + 1013904223;
            var start = group + (ByteClasses.Counted * (int)((random >> 16) % (uint)every));
            if (start < text.Length)
                Count(text, start - ByteClasses.Context, every);
        }
    }

    private void Count(ReadOnlySpan<byte> text, int from, int weight)
    {
        if (from >= 0 && text.Length - from >= ByteClasses.Length)
        {
            Count(new ByteClasses(text[from..]), weight);
            return;
        }

        Span<byte> edge = stackalloc byte[ByteClasses.Length];
        edge.Clear();
        text[Math.Max(from, 0)..Math.Min(text.Length, from + ByteClasses.Length)].CopyTo(edge[(Math.Max(from, 0) - from)..]);
        Count(new ByteClasses(edge), weight);
    }

    private void Count(ByteClasses stretch, int weight)
    {
        Words += weight * ByteClasses.Starts(stretch.Letter);
        Humps += weight * ByteClasses.Bits(stretch.Capital & (stretch.Small << 1));
        Numbers += weight * ByteClasses.Starts(stretch.Digit);
        Digits += weight * ByteClasses.Bits(stretch.Digit);
        Signs += weight * ByteClasses.Bits(stretch.Sign);
        SignRuns += weight * ByteClasses.Starts(stretch.Sign);
        LineEnds += weight * ByteClasses.Bits(stretch.LineEnd);
        Gaps += weight * ByteClasses.Bits(stretch.Blank & (stretch.Blank << 1) & ~(stretch.Blank << 2));
        TwoByteCharacters += weight * ByteClasses.Bits(stretch.TwoByte);
        LongerCharacters += weight * ByteClasses.Bits(stretch.ThreeByte);
    }
}
