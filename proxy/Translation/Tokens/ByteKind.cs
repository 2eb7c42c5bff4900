namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>What a byte of a text is to a tokenizer, as far as it decides where tokens begin.</summary>
internal enum ByteKind : byte
{
    Blank,
    Tab,
    LineEnd,
    Backslash,

    /// <summary>n and r, which are line ends after a backslash.</summary>
    SmallN,

    /// <summary>t, which is a tab after a backslash.</summary>
    SmallT,
    Small,

    /// <summary>Small letters of which words with few tokens have few.</summary>
    RareSmall,
    Capital,
    Digit,

    /// <summary>Signs that lines are drawn with.</summary>
    Ruler,

    /// <summary>Signs that often go with the word after them.</summary>
    Opening,
    Quote,
    Sign,

    /// <summary>From here on first bytes of characters that take more than one: accented Latin letters.</summary>
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,

    /// <summary>The scripts of India, Thai, Lao, Tibetan.</summary>
    Indic,

    /// <summary>Vietnamese vowels, and scripts of their own such as Georgian and Khmer.</summary>
    Extended,
    Hangul,

    /// <summary>Hiragana, katakana, and the punctuation of Chinese and Japanese.</summary>
    Kana,
    Ideograph,
    FullWidth,

    /// <summary>Typographic punctuation, arrows, lines of boxes.</summary>
    Typographic,
    Emoji,

    /// <summary>The other bytes of such a character.</summary>
    Trail,
}
