using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Flags;
using ClaudeCodeProxy.Safeguards.Harmless;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Judges shell texts: what is dangerous is looked for first, and what is left is cleared only where all of it is understood.</summary>
internal static class ShellJudge
{
    public static Verdict Judge(SafeguardContext context, string text) => FlagJudge.Find(context, text) ?? HarmlessJudge.Judge(context, text);

    /// <summary>A text that is written to a file which may be run later, by whomever.</summary>
    /// <returns>Of a text that is not known to be shell, only whether it is flagged.</returns>
    public static Verdict JudgeScriptText(SafeguardContext context, string text)
    {
        if (FlagJudge.Find(context, text) is { } flag)
            return flag;
        var verdict = HarmlessJudge.Judge(context, text);
        return verdict.Judgement == Judgement.Clear ? verdict : Verdict.Undecided($"the file may be run, and {verdict.Explanation}");
    }

    /// <summary>A shell carries it out, not another program.</summary>
    public static bool IsShellScript(string path, string text)
    {
        var end = text.IndexOf('\n');
        var first = text.StartsWith("#!", StringComparison.Ordinal) ? text[..(end < 0 ? text.Length : end)] : "";
        return first is "#!/bin/sh" or "#!/bin/bash" or "#!/usr/bin/env bash" or "#!/usr/bin/env sh" or "#!/usr/bin/bash"
            || (first.Length == 0 && path.EndsWith(".sh", StringComparison.Ordinal));
    }
}
