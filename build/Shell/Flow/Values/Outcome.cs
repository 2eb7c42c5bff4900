namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>How a command or list can end, and what is known of downloads then.</summary>
/// <param name="success">Known when it succeeds.</param>
/// <param name="failure">Known when it fails.</param>
/// <param name="canSucceed">False when the script never goes on with success: <c>false</c>, <c>exit</c>.</param>
/// <param name="canFail">False when the script never goes on with failure: <c>true</c>, or because it stops then.</param>
internal sealed class Outcome(IReadOnlyList<Fact> success, IReadOnlyList<Fact> failure, bool canSucceed = true, bool canFail = true)
{
    public static readonly Outcome Either = new([], []);
    public static readonly Outcome Always = new([], [], canFail: false);
    public static readonly Outcome Never = new([], [], canSucceed: false);

    /// <summary>The script ends here.</summary>
    public static readonly Outcome End = new([], [], false, false);

    private IReadOnlyList<Fact>? _kept;

    public IReadOnlyList<Fact> Success => success;

    public IReadOnlyList<Fact> Failure => failure;

    public bool CanSucceed => canSucceed;

    public bool CanFail => canFail;

    /// <summary>Known where the script goes on with the next line.</summary>
    public IReadOnlyList<Fact> Kept => _kept ?? (!CanFail ? Success : !CanSucceed ? Failure : Common(Success, Failure));

    public bool Ends => !CanSucceed && !CanFail;

    public Outcome Negated() => new(Failure, Success, CanFail, CanSucceed);

    public Outcome WithSuccess(IReadOnlyList<Fact> success) => new(success, Failure, CanSucceed, CanFail) { _kept = _kept };

    public Outcome WithKept(IReadOnlyList<Fact> kept) => new(Success, Failure, CanSucceed, CanFail) { _kept = kept };

    /// <summary>What both say.</summary>
    public static IReadOnlyList<Fact> Common(IReadOnlyList<Fact> one, IReadOnlyList<Fact> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return [];
        var (known, common) = (new HashSet<Fact>(other), new List<Fact>());
        foreach (var fact in one)
        {
            if (known.Contains(fact))
                common.Add(fact);
        }

        return common;
    }
}

/// <summary>One of several ways through a script that meet again.</summary>
/// <param name="born">How many downloads there were where it began: what it brought itself exists on no other way.</param>
internal sealed class Way(IReadOnlyList<Fact> facts, int born)
{
    public IReadOnlyList<Fact> Facts => facts;

    public int Born => born;

    /// <summary>What is known where the ways meet.</summary>
    public static IReadOnlyList<Fact> Meet(List<Way> ways)
    {
        if (ways.Count < 2)
            return ways.Count == 0 ? [] : ways[0].Facts;
        var common = ways[0].Facts;
        for (var at = 1; at < ways.Count; at++)
            common = Outcome.Common(common, ways[at].Facts);
        List<Fact> known = [.. common];
        foreach (var way in ways)
            known.AddRange(BroughtSince(way.Born, way.Facts));
        return known;
    }

    /// <summary>What is known of downloads that a way itself brought.</summary>
    public static List<Fact> BroughtSince(int born, IReadOnlyList<Fact> facts)
    {
        var own = new List<Fact>();
        foreach (var fact in facts)
        {
            if (fact.Download.Born > born)
                own.Add(fact);
        }

        return own;
    }
}
