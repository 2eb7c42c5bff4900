namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Patterns of texts: <c>*</c> stands for any characters, or with folders for all but a slash, and <c>**</c> for any.</summary>
internal static class TextPattern
{
    public static bool Matches(string pattern, string text, bool hasFolders = false)
    {
        // Where to go on after the last star of either kind; the one that stays in a folder gives up first.
        var (at, position) = (0, 0);
        var (star, retry, deepStar, deepRetry) = (-1, 0, -1, 0);
        while (position < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                var isDeep = !hasFolders || (at + 1 < pattern.Length && pattern[at + 1] == '*');
                while (at < pattern.Length && pattern[at] == '*')
                    at++;
                if (isDeep)
                    (star, deepStar, deepRetry) = (-1, at, position);
                else
                    (star, retry) = (at, position);
            }
            else if (at < pattern.Length && (pattern[at] == text[position] || (hasFolders && pattern[at] == '?' && text[position] != '/')))
            {
                at++;
                position++;
            }
            else if (star >= 0 && text[retry] != '/')
            {
                (at, position) = (star, ++retry);
            }
            else if (deepStar >= 0)
            {
                (star, at, position) = (-1, deepStar, ++deepRetry);
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
