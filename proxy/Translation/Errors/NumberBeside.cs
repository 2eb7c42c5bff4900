using System.Buffers;
using System.Globalization;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>Reads numbers of tokens out of sentences: the one right after or right before some words. They may be grouped, as 131,072.</summary>
internal static class NumberBeside
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789,");

    public static int? After(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var rest = text.AsSpan(start + words.Length).TrimStart(" (:");
        var end = rest.IndexOfAnyExcept(Digits);
        return ToCount(end < 0 ? rest : rest[..end]);
    }

    public static int? Before(string text, string words)
    {
        var end = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
            return null;
        var rest = text.AsSpan(0, end).TrimEnd();
        return ToCount(rest[(rest.LastIndexOfAnyExcept(Digits) + 1)..]);
    }

    private static int? ToCount(ReadOnlySpan<char> digits) =>
        int.TryParse(digits.Trim(','), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
