namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>What stands before the first character of a run, as far as it decides whether that begins a token.</summary>
internal enum Preceding : byte
{
    Line,
    Blank,
    Blanks,
    Tab,

    /// <summary>One sign of the run's kind, to which no blank belongs.</summary>
    Ruler,
    Quote,
    Sign,

    /// <summary>More signs, or one and a blank before it: they are a token of their own.</summary>
    Signs,
    Word,
    Digit,
    Letters,
    Wide,
}
