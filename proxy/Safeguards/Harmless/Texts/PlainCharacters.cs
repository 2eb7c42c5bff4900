using System.Globalization;

namespace ClaudeCodeProxy.Safeguards.Harmless.Texts;

/// <summary>Characters that a person sees as what they are.</summary>
internal static class PlainCharacters
{
    /// <returns>Why a text is not plain; null for one that is.</returns>
    public static string? Find(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is >= ' ' and < '\x7F' or '\n' or '\t')
                continue;
            if (character < '\x80')
                return $"the control character U+{(int)character:X4} is read differently by different programs";
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (!IsVisible(character))
                return $"the character U+{(int)character:X4} cannot be seen";
        }

        return null;
    }

    private static bool IsVisible(char character) => char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    public static bool IsName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary>Whether a text consists of these characters; an empty one does.</summary>
    public static bool IsOf(ReadOnlySpan<char> text, string characters)
    {
        foreach (var character in text)
        {
            if (!characters.Contains(character))
                return false;
        }

        return true;
    }

    /// <summary>Nothing that a shell or a program reads otherwise than as text: no blank, quote, wildcard or variable.</summary>
    public static bool IsSafe(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"_./:,@%+=-".Contains(character))
                return false;
        }

        return !text.IsEmpty;
    }
}
