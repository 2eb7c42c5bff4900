namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>What a text is in the midst of: characters of one kind, or an escape.</summary>
internal enum Run : byte
{
    Line,
    Blank,
    Tab,
    Small,
    Capital,
    Digit,

    /// <summary>Letters and digits have alternated once in a way that words do not. They count as the three above.</summary>
    StirredSmall,
    StirredCapital,
    StirredDigit,

    /// <summary>They have again: base64, hashes, ids. Nearly every change begins a token.</summary>
    MixedSmall,
    MixedCapital,
    MixedDigit,
    MixedSign,
    Ruler,
    Opening,
    Quote,
    Sign,

    /// <summary>The rest of a word that has an accented letter.</summary>
    Accented,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Indic,
    Extended,
    Hangul,
    Kana,
    Ideograph,
    FullWidth,
    Typographic,
    Emoji,

    /// <summary>After a backslash. Its length is what stood before.</summary>
    Escape,
}
