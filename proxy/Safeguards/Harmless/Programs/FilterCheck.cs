using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that carry out a small program of their own: sed, awk, jq.</summary>
internal static class FilterCheck
{
    public static bool IsHarmlessSed(Argument[] words, Surroundings around)
    {
        var (hasScript, edits, isEnded, operands) = (false, false, false, new List<Argument>());
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (!isEnded && word.Is("--"))
            {
                isEnded = true;
            }
            else if (isEnded || !word.MayBeOption)
            {
                operands.Add(word);
            }
            else if (word.Kind != ArgumentKind.Known)
            {
                return around.Refuse($"{word.Shown} may be an option of `sed`");
            }
            else if (word.Text is "-e" or "--expression" or "-ne" or "-Ee" or "-nEe" or "-re" && at + 1 < words.Length)
            {
                hasScript = true;
                if (!IsHarmlessScript(words[++at], around))
                    return false;
            }
            else if (IsInPlace(word.Text, around.Places.Context.Platform))
            {
                edits = true;
            }
            else if (!IsPlainOption(word.Text))
            {
                return around.Refuse($"what `sed {word.Text}` does is not known");
            }
        }

        var first = hasScript ? 0 : 1;
        if (operands.Count < first || (first == 1 && !IsHarmlessScript(operands[0], around)))
            return around.Refuse("the script of `sed` is not known to only print and replace");
        return MayUse(operands, first, edits, around);
    }

    private static bool IsHarmlessScript(Argument script, Surroundings around) =>
        (script.Kind == ArgumentKind.Known && SedScript.IsHarmless(script.Text))
        || around.Refuse("the script of `sed` is not known to only print and replace");

    private static bool IsPlainOption(string option)
    {
        if (option is "--quiet" or "--silent" or "--regexp-extended" or "--unbuffered" or "--null-data" or "--separate")
            return true;
        return option.Length > 1 && PlainCharacters.IsOf(option.AsSpan(1), "nErsuz");
    }

    // On a Mac the next word is the ending of the copy, or what looks like it.
    private static bool IsInPlace(string option, string platform)
    {
        if (platform != "linux" || !(option.StartsWith("-i", StringComparison.Ordinal) || option.StartsWith("--in-place", StringComparison.Ordinal)))
            return option is "-Ei" or "-ri" or "-ni" && platform == "linux";
        var ending = option.StartsWith("-i", StringComparison.Ordinal) ? option.AsSpan(2) : option.AsSpan("--in-place".Length).TrimStart('=');
        return ending is "" or ".bak" or ".orig" or ".old" or ".tmp" or "~";
    }

    private static bool MayUse(List<Argument> files, int first, bool edits, Surroundings around)
    {
        for (var at = first; at < files.Count; at++)
        {
            if (!(around.MayRead(files[at], readsContent: true) && (!edits || around.MayWrite(files[at]))))
                return false;
        }

        return true;
    }

    public static bool IsHarmlessAwk(Argument[] words, Surroundings around)
    {
        var at = 0;
        while (at < words.Length && words[at] is { Kind: ArgumentKind.Known, Text: ['-', _, ..] } option)
        {
            if (option.Text is "-F" or "-v" && at + 1 < words.Length && words[at + 1].Kind is ArgumentKind.Known or ArgumentKind.Text)
                at++;
            else if (!(option.Text[1] == 'F' || (option.Text[1] == 'v' && option.Text.Contains('='))))
                return around.Refuse($"what `awk {option.Text}` does is not known");
            at++;
        }

        if (at >= words.Length || words[at].Kind != ArgumentKind.Known || !AwkProgram.IsHarmless(words[at].Text))
            return around.Refuse("the program of `awk` is not known to only read and print");
        for (at++; at < words.Length; at++)
        {
            if (words[at].MayBeOption && !words[at].Is("--"))
                return around.Refuse($"{words[at].Shown} may be an option of `awk`");
            if (!around.MayRead(words[at], readsContent: true))
                return false;
        }

        return true;
    }

    public static bool IsHarmlessJq(Argument[] words, Surroundings around)
    {
        var check = new ReadingCheck(ReadingPrograms.Find("jq")!, "jq", words, around);
        if (!check.IsHarmless())
            return false;
        if (check.Operands.Count == 0)
            return true;
        var filter = check.Operands[0];
        if (filter.Kind != ArgumentKind.Known)
            return around.Refuse("the filter of `jq` is not known");
        // The environment may hold secrets; modules are files elsewhere.
        foreach (var word in (ReadOnlySpan<string>)["env", "ENV", "import", "include", "modulemeta", "get_search_list"])
        {
            if (filter.Text.Contains(word, StringComparison.Ordinal))
                return around.Refuse($"`{word}` in the filter of `jq` is not followed");
        }

        return true;
    }
}
