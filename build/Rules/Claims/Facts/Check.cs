using System.Collections.Immutable;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>One way to look at one subject; claims are proven by one or several.</summary>
/// <param name="Id">As policies name it: <c>stage-user</c>.</param>
/// <param name="Meaning">What holds where it finds nothing, as a sentence for documents.</param>
/// <param name="Look">Judges the facts and says all it saw; pure. A check that says nothing has seen nothing.</param>
internal sealed record Check(string Id, CheckSubject Subject, string Meaning, Func<PolicyFacts, IEnumerable<Observation>> Look)
{
    /// <summary>What it must see; each is wrong in one way only.</summary>
    public ImmutableArray<Defect> Defects { get; init; } = [];

    /// <summary>An exact list or a budget: it sees whatever is added, and never takes it for its own.</summary>
    public bool SeesAllAdditions { get; init; }
}

/// <summary>What a check looks at.</summary>
internal enum CheckSubject
{
    /// <summary>The files of the repository.</summary>
    Tree,

    Image,

    /// <summary>How binary and image come about.</summary>
    Build,

    /// <summary>A running container of the image.</summary>
    Container,

    /// <summary>The isolated devcontainer, running.</summary>
    DevContainer,
}
