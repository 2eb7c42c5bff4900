namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>What is thought of one tool call.</summary>
internal enum Judgement
{
    /// <summary>Not understood well enough to say either; never a guess.</summary>
    Undecided,

    /// <summary>It provably does no harm.</summary>
    Clear,

    /// <summary>It is plainly dangerous.</summary>
    Flagged,
}

/// <summary>A judgement with its reason.</summary>
/// <param name="rule">The rule that decided, such as <c>secret-sent</c>; empty where none did.</param>
/// <param name="explanation">
/// Of a flagged call one sentence that names the part and the reason, for the agent and the user; of an undecided one what is not understood.
/// </param>
/// <param name="isHard">Nobody's words clear it: a secret that leaves, a boundary of security. Others a user may well want.</param>
internal sealed class Verdict(Judgement judgement, string rule, string explanation, bool isHard = false)
{
    public Judgement Judgement => judgement;

    public string Rule => rule;

    public string Explanation => explanation;

    public bool IsHard => isHard;

    public static Verdict Clear(string rule) => new(Judgement.Clear, rule, "");

    public static Verdict Undecided(string why) => new(Judgement.Undecided, "", why);

    public static Verdict Flag(string rule, string explanation, bool isHard = false) => new(Judgement.Flagged, rule, explanation, isHard);
}
