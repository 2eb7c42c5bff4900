using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Gates;

/// <summary>All that a gate has in hand when it is decided, and the one place where that becomes a verdict.</summary>
internal sealed record Judgement
{
    public required string Gate { get; init; }

    /// <summary>What judged; <c>none</c> when nothing could.</summary>
    public string Engine { get; init; } = "built-in";

    public string? EngineVersion { get; init; }

    public Coverage Coverage { get; init; } = Coverage.None;

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Findings as bad as this or worse fail the gate; null when none does.</summary>
    public required Severity? FailOn { get; init; }

    /// <summary>Findings that fail the gate however bad they are.</summary>
    public Func<Finding, bool> AlwaysFails { get; init; } = _ => false;

    /// <summary>The first note of a gate that fails, of the number of findings that fail it.</summary>
    public Func<int, string>? WhyItFails { get; init; }

    public Exceptions Exceptions { get; init; } = Exceptions.None;

    /// <summary>What the gate must see and could not; with any of it there is no pass.</summary>
    public ImmutableArray<string> Unseen { get; init; } = [];

    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>A finding that fails the gate outranks what could not be seen; what could not be seen outranks the absence of findings.</summary>
    public GateResult Decide()
    {
        var outcome = Exceptions.Apply(Findings);
        var failing = outcome.Findings.Count(Fails);
        return new GateResult
        {
            Name = Gate,
            Engine = Engine,
            EngineVersion = EngineVersion,
            Verdict = failing > 0 ? Verdict.Fail : Unseen.IsEmpty ? Verdict.Pass : Verdict.Incomplete,
            Coverage = Coverage,
            Findings = outcome.Findings,
            Notes = [.. failing > 0 ? [(WhyItFails ?? Reason)(failing)] : ImmutableArray<string>.Empty, .. Unseen, .. outcome.Notes, .. Notes],
        };
    }

    private bool Fails(Finding finding) => finding.Suppressed is null && (finding.Severity >= FailOn || AlwaysFails(finding));

    private string Reason(int count) => $"{count} {(count == 1 ? "finding" : "findings")} at or above {FailOn?.ToString().ToLowerInvariant()}.";
}
