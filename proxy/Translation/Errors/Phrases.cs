namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>Finds words in what upstreams say.</summary>
internal static class Phrases
{
    /// <summary>Whether one of some phrases is in a text, in whatever case and as part of whatever words.</summary>
    public static bool HasAny(ReadOnlySpan<char> text, ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether one of some words is in a text, in whatever case, as a whole word; <c>_</c> is a letter.</summary>
    public static bool HasWord(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (HasWord(text, word))
                return true;
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        while (true)
        {
            var start = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
                return false;
            var end = start + word.Length;
            if ((start == 0 || !IsLetter(text[start - 1])) && (end == text.Length || !IsLetter(text[end])))
                return true;
            text = text[end..];
        }
    }

    private static bool IsLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
