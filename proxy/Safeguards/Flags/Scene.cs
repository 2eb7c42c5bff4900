using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Where a script runs, and what has been flagged of it so far.</summary>
/// <param name="ignored">A rule that does not count; for the test that each is needed.</param>
internal sealed class Scene(SafeguardContext context, string ignored)
{
    private const int LongestShown = 72;

    private Verdict? _soft;
    private Verdict? _hard;

    public KnownPaths Paths { get; } = new(context);

    public SafeguardContext Context => context;

    /// <summary>The first hard one, or else the first; null for none.</summary>
    public Verdict? Worst => _hard ?? _soft;

    /// <param name="part">The part of the call that is dangerous.</param>
    /// <param name="why">The end of the sentence; the rule's own where there is nothing to add.</param>
    public void Flag(FlagRule rule, string part, string? why = null)
    {
        if (rule.Id == ignored)
            return;
        var verdict = rule.Flag($"`{Shorten(part)}` {why ?? rule.What}.");
        if (rule.IsHard)
            _hard ??= verdict;
        else
            _soft ??= verdict;
    }

    public void Flag(FlagRule rule, Call call, string? why = null) => Flag(rule, TextOf(call), why);

    /// <returns>Absolute; null where it is not known, or on another machine.</returns>
    public string? Resolve(ScriptWalk walk, string path) => walk.Elsewhere > 0 ? null : Paths.Resolve(path, walk.State.Folder);

    private static string TextOf(Call call)
    {
        var text = call.Name;
        foreach (var word in call.Words)
        {
            if (text.Length > LongestShown)
                break;
            text += " " + word.Text;
        }

        return text;
    }

    private static string Shorten(string text)
    {
        text = text.ReplaceLineEndings(" ").Replace('`', '\'');
        return text.Length > LongestShown ? text[..LongestShown] + "…" : text;
    }
}
