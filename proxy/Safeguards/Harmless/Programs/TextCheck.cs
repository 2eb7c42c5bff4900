using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that only work with texts, of which a few texts do more.</summary>
internal static class TextCheck
{
    public static bool IsHarmlessPrintf(Argument[] words, Surroundings around)
    {
        if (words.Length > 0 && words[0].Is("--"))
            words = words[1..];
        if (words.Length == 0 || words[0].Kind != ArgumentKind.Known || words[0].MayBeOption)
            return around.Refuse("the format of `printf` is not known");
        var format = words[0].Text;
        for (var at = format.IndexOf('%'); at >= 0 && at < format.Length; at = format.IndexOf('%', Math.Min(at + 1, format.Length)))
        {
            at++;
            while (at < format.Length && "0123456789.-+ #".Contains(format[at]))
                at++;
            var isText = at < format.Length && format[at] is 's' or 'b' or 'q' or 'c' or '%';
            if (!isText && !(at < format.Length && format[at] is 'd' or 'i' or 'x' or 'f' && AreNumbers(words)))
                return around.Refuse("the format of `printf` is not followed");
        }

        return true;
    }

    // zsh calculates what is no number, and calculating may run commands.
    private static bool AreNumbers(Argument[] words)
    {
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at].Kind != ArgumentKind.Known || !PlainCharacters.IsOf(words[at].Text, "0123456789."))
                return false;
        }

        return true;
    }

    /// <summary><c>set -euo pipefail</c>: a script that stops at errors does less.</summary>
    public static bool IsHarmlessSet(Argument[] words, Surroundings around)
    {
        var takesName = false;
        foreach (var word in words)
        {
            var isOption = word is { Kind: ArgumentKind.Known, Text: ['-', _, ..] } && PlainCharacters.IsOf(word.Text.AsSpan(1), "euxo");
            if (takesName ? !word.Is("pipefail") : !isOption)
                return around.Refuse("what `set` changes is not followed");
            takesName = !takesName && word.Text.Contains('o');
        }

        return words.Length > 0 || around.Refuse("`set` shows all variables");
    }
}
