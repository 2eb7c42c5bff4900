using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Gates;

/// <summary>Everything a gate knows when it decides, and the one place where that becomes a verdict.</summary>
internal sealed record Judgement
{
    public required string Gate { get; init; }

    /// <summary>The engine; <c>none</c> when none was available.</summary>
    public string Engine { get; init; } = "built-in";

    public string? EngineVersion { get; init; }

    public Coverage Coverage { get; init; } = Coverage.None;

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The lowest severity that fails the gate; null if no severity does.</summary>
    public required Severity? FailOn { get; init; }

    /// <summary>Findings that fail the gate whatever their severity.</summary>
    public Func<Finding, bool> AlwaysFails { get; init; } = _ => false;

    /// <summary>Makes the first note of a failed gate from the number of findings that fail it.</summary>
    public Func<int, string>? WhyItFails { get; init; }

    public Exceptions Exceptions { get; init; } = Exceptions.None;

    /// <summary>What the gate should have examined and could not; any entry rules out a pass.</summary>
    public ImmutableArray<string> Unseen { get; init; } = [];

    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>A finding that fails the gate takes precedence over what could not be examined, and that over a pass.</summary>
    public GateResult Decide()
    {
        var outcome = Exceptions.Apply(Findings);
        var findings = outcome.Findings.Select(finding => Fails(finding) ? finding with { Blocks = true } : finding).ToImmutableArray();
        var failing = findings.Count(finding => finding.Blocks == true);
        return new GateResult
        {
            Name = Gate,
            Engine = Engine,
            EngineVersion = EngineVersion,
            Verdict = failing > 0 ? Verdict.Fail : Unseen.IsEmpty ? Verdict.Pass : Verdict.Incomplete,
            Coverage = Coverage,
            Findings = findings,
            Notes = [.. failing > 0 ? [(WhyItFails ?? Reason)(failing)] : ImmutableArray<string>.Empty, .. Unseen, .. outcome.Notes, .. Notes],
        };
    }

    private bool Fails(Finding finding) => finding.Suppressed is null && (finding.Severity >= FailOn || AlwaysFails(finding));

    private string Reason(int count) => $"{count} {(count == 1 ? "finding" : "findings")} at or above {FailOn?.ToString().ToLowerInvariant()}.";
}
