using System.Globalization;
using System.Text;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>The escapes of <c>$'…'</c> (bash manual, ANSI-C Quoting), which can spell any word: <c>$'\x73h'</c> is <c>sh</c>.</summary>
internal static class DollarQuotes
{
    private const string Names = "abefnrtvE";
    private const string Characters = "\a\b\e\f\n\r\t\v\e";

    public static string Decode(string raw)
    {
        if (!raw.Contains('\\'))
            return raw;
        var (text, at) = (new StringBuilder(), 0);
        while (at < raw.Length)
        {
            if (raw[at] == '\\' && at + 1 < raw.Length)
                at = Escape(raw, at + 1, text);
            else
                text.Append(raw[at++]);
        }

        return text.ToString();
    }

    /// <returns>Where the escape ends.</returns>
    private static int Escape(string raw, int at, StringBuilder text)
    {
        var letter = raw[at];
        if (letter is 'x' or 'u' or 'U')
            return Number(raw, at + 1, letter == 'x' ? 2 : letter == 'u' ? 4 : 8, NumberStyles.AllowHexSpecifier, text);
        if (char.IsBetween(letter, '0', '7'))
            return Octal(raw, at, text);
        text.Append(Names.IndexOf(letter) is >= 0 and var named ? Characters[named] : letter);
        return at + 1;
    }

    private static int Number(string raw, int at, int most, NumberStyles style, StringBuilder text)
    {
        var end = at;
        while (end < raw.Length && end < at + most && char.IsAsciiHexDigit(raw[end]))
            end++;
        if (int.TryParse(raw.AsSpan(at, end - at), style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
            text.Append(new Rune(code).ToString());
        return end;
    }

    private static int Octal(string raw, int at, StringBuilder text)
    {
        var (end, code) = (at, 0);
        while (end < raw.Length && end < at + 3 && char.IsBetween(raw[end], '0', '7'))
            code = (code * 8) + raw[end++] - '0';
        text.Append((char)(code & 0xFF));
        return end;
    }
}
