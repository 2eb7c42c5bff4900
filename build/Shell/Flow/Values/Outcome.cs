namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>How a command or list can end, and what is known of downloads then.</summary>
/// <param name="Success">Known when it succeeds.</param>
/// <param name="Failure">Known when it fails.</param>
/// <param name="CanSucceed">False when the script never goes on with success: <c>false</c>, <c>exit</c>.</param>
/// <param name="CanFail">False when the script never goes on with failure: <c>true</c>, or because it stops then.</param>
internal sealed record Outcome(IReadOnlyList<Fact> Success, IReadOnlyList<Fact> Failure, bool CanSucceed = true, bool CanFail = true)
{
    public static readonly Outcome Either = new([], []);
    public static readonly Outcome Always = new([], [], CanFail: false);
    public static readonly Outcome Never = new([], [], CanSucceed: false);

    /// <summary>The script ends here.</summary>
    public static readonly Outcome End = new([], [], false, false);

    /// <summary>Known where the script goes on with the next line.</summary>
    public IReadOnlyList<Fact> Kept
    {
        get => field ?? (!CanFail ? Success : !CanSucceed ? Failure : Common(Success, Failure));
        init;
    }

    public bool Ends => !CanSucceed && !CanFail;

    public Outcome Negated() => new(Failure, Success, CanFail, CanSucceed);

    /// <summary>What both say.</summary>
    public static IReadOnlyList<Fact> Common(IReadOnlyList<Fact> one, IReadOnlyList<Fact> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return [];
        var known = other.ToHashSet();
        return [.. one.Where(known.Contains)];
    }
}

/// <summary>One of several ways through a script that meet again.</summary>
/// <param name="Born">How many downloads there were where it began: what it brought itself exists on no other way.</param>
internal readonly record struct Way(IReadOnlyList<Fact> Facts, int Born)
{
    /// <summary>What is known where the ways meet.</summary>
    public static IReadOnlyList<Fact> Meet(List<Way> ways)
    {
        if (ways.Count < 2)
            return ways.Count == 0 ? [] : ways[0].Facts;
        var common = ways.Skip(1).Aggregate(ways[0].Facts, (facts, way) => Outcome.Common(facts, way.Facts));
        return [.. common, .. ways.SelectMany(way => way.Facts.Where(fact => fact.Download.Born > way.Born))];
    }
}
