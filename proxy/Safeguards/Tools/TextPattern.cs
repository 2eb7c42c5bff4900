namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Patterns of texts, in which <c>*</c> stands for any characters; linear but for the last star.</summary>
internal static class TextPattern
{
    /// <param name="staysInFolder"><c>*</c> stands for no slash, and <c>**</c> for any characters.</param>
    public static bool Matches(string pattern, string text, bool staysInFolder = false)
    {
        var (at, star, retry) = (0, -1, 0);
        for (var position = 0; position < text.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, retry) = (at, position);
                while (at < pattern.Length && pattern[at] == '*')
                    at++;
            }
            else if (at < pattern.Length && (pattern[at] == text[position] || (staysInFolder && pattern[at] == '?' && text[position] != '/')))
            {
                at++;
                position++;
            }
            else if (star >= 0 && !(staysInFolder && text[retry] == '/' && (star + 1 >= pattern.Length || pattern[star + 1] != '*')))
            {
                position = ++retry;
                at = star;
                while (at < pattern.Length && pattern[at] == '*')
                    at++;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
            at++;
        return at == pattern.Length;
    }
}
