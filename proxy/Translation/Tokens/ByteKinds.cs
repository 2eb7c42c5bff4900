namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>The kinds of all bytes.</summary>
internal static class ByteKinds
{
    public static ByteKind Of(int value) => value switch
    {
        < 0x80 => OfAscii((char)value),
        < 0xC0 => ByteKind.Trail,
        < 0xC3 => ByteKind.Sign,
        < 0xCC => ByteKind.Latin,
        < 0xD0 => ByteKind.Greek,
        < 0xD5 => ByteKind.Cyrillic,
        < 0xD8 => ByteKind.Hebrew,
        < 0xE0 => ByteKind.Arabic,
        0xE0 => ByteKind.Indic,
        0xE1 => ByteKind.Extended,
        0xE2 => ByteKind.Typographic,
        0xE3 => ByteKind.Kana,
        < 0xEA => ByteKind.Ideograph,
        < 0xEE => ByteKind.Hangul,
        < 0xF0 => ByteKind.FullWidth,
        _ => ByteKind.Emoji,
    };

    private static ByteKind OfAscii(char value) => value switch
    {
        ' ' => ByteKind.Blank,
        '\t' => ByteKind.Tab,
        < ' ' or '\x7F' => ByteKind.LineEnd,
        '\\' => ByteKind.Backslash,
        'n' or 'r' => ByteKind.SmallN,
        't' => ByteKind.SmallT,
        'j' or 'k' or 'q' or 'w' or 'x' or 'z' => ByteKind.RareSmall,
        >= 'a' and <= 'z' => ByteKind.Small,
        >= 'A' and <= 'Z' => ByteKind.Capital,
        >= '0' and <= '9' => ByteKind.Digit,
        '-' or '=' or '*' or '#' or '_' or '~' or '.' => ByteKind.Ruler,
        '/' or '(' or '[' or '{' or '<' or '@' or '$' => ByteKind.Opening,
        '"' or '\'' or '`' => ByteKind.Quote,
        _ => ByteKind.Sign,
    };
}
