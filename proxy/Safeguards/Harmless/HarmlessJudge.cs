using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ContainerSecurity.Shell;

namespace ClaudeCodeProxy.Safeguards.Harmless;

/// <summary>Clears shell texts of which every part is understood, and does no harm.</summary>
internal static class HarmlessJudge
{
    private const int LongestText = 64 * 1024;

    public static Verdict Judge(SafeguardContext context, string text)
    {
        if (text.Length > LongestText)
            return Verdict.Undecided("the command is too long to be followed");
        if (context.WorkingDirectory is not ['/', ..])
            return Verdict.Undecided("the working directory is not known");
        if (PlainScript.Find(text) is { } why)
            return Verdict.Undecided(why);
        var script = ShellScript.Parse(text);
        if (!script.IsReadable)
            return Verdict.Undecided("the command cannot be read as a script");
        var check = new ScriptCheck(context);
        if (!check.IsHarmless(script.Pipelines, context.WorkingDirectory))
            return Verdict.Undecided(check.Why);
        return Verdict.Clear(check.Writes ? "edits-inside" : "only-reads");
    }
}
