namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>The options of a shell that say whether a failure ends a script: <c>-e</c>, <c>-o errexit</c>, <c>-o pipefail</c>.</summary>
internal static class ShellOptions
{
    /// <summary><c>#!/bin/sh -e</c>.</summary>
    public static void ApplyFirstLine(FlowState state, string text)
    {
        if (text.StartsWith("#!", StringComparison.Ordinal))
            ApplyAll(state, text.Split('\n', 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <param name="words">The command line of a shell.</param>
    public static void ApplyAll(FlowState state, IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is ['-' or '+', not '-', ..])
                at += Apply(state, words[at], at + 1 < words.Count ? words[at + 1] : null);
        }
    }

    /// <param name="word"><c>-eux</c>, <c>+e</c>, <c>-euo</c>.</param>
    /// <param name="next">The word behind it, the name that belongs to an <c>o</c>.</param>
    /// <returns>1 when that word belongs to it.</returns>
    public static int Apply(FlowState state, string word, string? next)
    {
        var (on, used) = (word[0] == '-', 0);
        if (word.StartsWith("--", StringComparison.Ordinal))
            return 0;
        foreach (var letter in word.AsSpan(1))
        {
            if (letter == 'e')
                state.StopsAtErrors = on;
            if (letter != 'o' || next is null)
                continue;
            used = 1;
            if (next == "errexit")
                state.StopsAtErrors = on;
            else if (next == "pipefail")
                state.PipesFail = on;
        }

        return used;
    }
}
