using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Flags;
using ClaudeCodeProxy.Safeguards.Harmless;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Judges shell texts: what is dangerous is looked for first, and what is left is cleared only where all of it is understood.</summary>
internal static class ShellJudge
{
    public static Verdict Judge(SafeguardContext context, string text) => FlagJudge.Find(context, text) ?? HarmlessJudge.Judge(context, text);

    /// <summary>A text that is written to a file which may be run later, by whomever.</summary>
    public static Verdict JudgeScriptText(SafeguardContext context, string text) =>
        FlagJudge.Find(context, text) ?? Verdict.Undecided("the file may be run, and not all of its text is understood");
}
