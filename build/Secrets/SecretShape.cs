using System.Buffers;

namespace ContainerSecurity.Secrets;

/// <summary>How regular or random a text is.</summary>
internal static class SecretShape
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF-");

    /// <summary>Bits for each character.</summary>
    public static double Entropy(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var character in text)
            counts[character & 0xFF]++;

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                bits -= (double)count / text.Length * Math.Log2((double)count / text.Length);
        }

        return bits;
    }

    /// <summary>The longest piece of one character, or of characters that follow one another in the alphabet: <c>xxxxx</c>, <c>45678</c>.</summary>
    public static int LongestRow(ReadOnlySpan<char> text)
    {
        var (longest, length, step) = (Math.Min(text.Length, 1), 1, 0);
        for (var i = 1; i < text.Length; i++)
        {
            var next = (text[i - 1], text[i]) is ('9', '0') ? 1 : text[i] - text[i - 1];
            var goesOn = next is 0 or 1 or -1;
            length = !goesOn ? 1 : length == 1 || next == step ? length + 1 : 2;
            step = next;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    /// <summary>Letters in the order of the alphabet, whatever stands between them: <c>A1b2C3d4E5</c>.</summary>
    public static bool SpellsAlphabet(ReadOnlySpan<char> text)
    {
        var (length, last) = (1, '\0');
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetter(letter))
                continue;

            var small = char.ToLowerInvariant(letter);
            length = small == last + 1 ? length + 1 : small == last ? length : 1;
            last = small;
            if (length > 10)
                return true;
        }

        return false;
    }

    /// <summary>A row that chance does not write: the fewer characters there are to choose from, the longer it must be.</summary>
    public static int UnlikelyRow(ReadOnlySpan<char> text) => text.ContainsAnyExcept(Hex) ? text.Length > 300 ? 7 : 6 : 8;

    /// <summary>The same piece three times or more.</summary>
    public static bool IsRepeated(ReadOnlySpan<char> text)
    {
        for (var period = 1; period <= Math.Min(text.Length / 3, 32); period++)
        {
            if (text[period..].SequenceEqual(text[..^period]))
                return true;
        }

        return false;
    }

    /// <summary>Nearly every character stands twice: <c>1122334455</c>.</summary>
    public static bool IsDoubled(ReadOnlySpan<char> text)
    {
        var same = 0;
        for (var i = 1; i < text.Length; i++)
            same += text[i] == text[i - 1] ? 1 : 0;
        return same * 5 > text.Length * 2;
    }

    /// <summary>
    /// Digits among letters, or capitals among small ones as no name has them: <c>ChasingDotsAnimation</c> is no random text,
    /// <c>q7Zr0bXw</c> is.
    /// </summary>
    public static bool LooksRandom(ReadOnlySpan<char> text)
    {
        var (changes, digits, islands, words) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var (kind, before) = (Class(text[i]), i == 0 ? -1 : Class(text[i - 1]));
            if (kind == before)
                continue;

            changes++;
            islands += kind == Digit ? 1 : 0;
            words += kind == Small && before == Capital ? 0 : 1;
        }

        foreach (var letter in text)
            digits += char.IsAsciiDigit(letter) ? 1 : 0;

        return text.Length >= 10
            && Entropy(text) >= Math.Min(3.0, 0.75 * Math.Log2(text.Length))
            && digits < text.Length
            && (islands >= 3
                || (islands == 2 && words * 9 >= text.Length * 2)
                || (islands == 1 && words * 3 >= text.Length)
                || changes * 5 >= text.Length * 2);
    }

    private static int Class(char letter) =>
        char.IsAsciiLetterLower(letter) ? Small : char.IsAsciiLetterUpper(letter) ? Capital : char.IsAsciiDigit(letter) ? Digit : Sign;

    private const int Small = 0;
    private const int Capital = 1;
    private const int Digit = 2;
    private const int Sign = 3;
}
