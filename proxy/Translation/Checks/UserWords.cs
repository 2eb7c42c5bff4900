namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>
/// What a user really said, of a text in a user message. Claude Code writes much else there, in tags of its own: reminders with the content of files,
/// outputs of commands, reports of other agents, summaries. Whoever can get a word in there must not be taken for the user, so that what is not known
/// to be the user's is left out.
/// </summary>
internal static class UserWords
{
    private static readonly string[] Others =
    [
        "This session is being continued from a previous conversation", "[SCHEDULED TASK", "[Request interrupted", "Caveat: The messages below",
        "Stop hook feedback", "Tool loaded.",
    ];

    /// <summary>Empty where nothing is the user's.</summary>
    public static string Find(string text)
    {
        var words = text.AsSpan().Trim();
        if (words is ['<', >= 'a' and <= 'z', ..])
            return "";
        foreach (var other in Others)
        {
            if (words.StartsWith(other, StringComparison.OrdinalIgnoreCase))
                return "";
        }

        return words[..FindTag(words)].Trim().ToString();
    }

    /// <summary>Where the first tag begins that has a name as the client's have, of several words.</summary>
    private static int FindTag(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOf('<');
            if (next < 0)
                break;
            at += next;
            var name = text[(at + 1)..].TrimStart('/');
            var length = name.IndexOfAnyExceptInRange('a', 'z');
            if (length > 0 && name[length] is '-' or '_')
                return at;
        }

        return text.Length;
    }
}
