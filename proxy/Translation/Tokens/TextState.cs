namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>What a text is in the midst of, and how many characters of it there have been; more than eight count as eight.</summary>
internal readonly struct TextState(byte code)
{
    public const int MaxLength = 8;

    public TextState(Run run, int length = 1)
        : this((byte)(((int)run * MaxLength) + length - 1))
    {
    }

    /// <summary>Below 256.</summary>
    public byte Code => code;

    public Run Run => (Run)(code / MaxLength);

    public int Length => (code % MaxLength) + 1;

    /// <summary>As what comes next sees it.</summary>
    public Preceding Preceding => Run switch
    {
        Run.Line or Run.Escape => Preceding.Line,
        Run.Blank => Length == 1 ? Preceding.Blank : Preceding.Blanks,
        Run.Tab => Preceding.Tab,
        Run.Ruler or Run.Opening or Run.Quote or Run.Sign when Length > 1 => Preceding.Signs,
        Run.Ruler or Run.Opening or Run.MixedSign => Preceding.Ruler,
        Run.Quote => Preceding.Quote,
        Run.Sign => Preceding.Sign,
        Run.Digit or Run.StirredDigit or Run.MixedDigit => Preceding.Digit,
        Run.Accented or (>= Run.Small and <= Run.MixedCapital) => Preceding.Word,
        >= Run.Greek and <= Run.Hangul => Preceding.Letters,
        _ => Preceding.Wide,
    };
}
