using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Tools;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>What a scanning gate has in hand when it decides.</summary>
internal sealed record ScanEvidence
{
    public required string Gate { get; init; }

    public required AcquiredTool Tool { get; init; }

    /// <summary>What judged in the tool's absence.</summary>
    public string EngineWithoutTool { get; init; } = "none";

    public required IgnoreOutcome Outcome { get; init; }

    /// <summary>What the gate must see and could not; with any of it there is no pass.</summary>
    public required ImmutableArray<string> Unseen { get; init; }

    public required ImmutableSortedDictionary<string, object> Coverage { get; init; }

    /// <summary>A finding that fails the gate outranks what could not be seen; what could not be seen outranks the absence of findings.</summary>
    public GateResult Decide(Severity failOn)
    {
        var failing = Outcome.Findings.Count(finding => finding.Suppressed is null && finding.Severity >= failOn);
        return new GateResult
        {
            Name = Gate,
            Engine = Tool.Path is null ? EngineWithoutTool : "trivy",
            EngineVersion = Tool.Path is null ? null : Tool.Version,
            Verdict = failing > 0 ? Verdict.Fail : Unseen.IsEmpty ? Verdict.Pass : Verdict.Incomplete,
            Coverage = Coverage,
            Findings = Outcome.Findings,
            Notes = [.. failing > 0 ? [Failing(failing, failOn)] : ImmutableArray<string>.Empty, .. Unseen, .. Outcome.Notes, .. AboutTool()],
        };
    }

    private static string Failing(int count, Severity failOn) =>
        $"{count} {(count == 1 ? "finding" : "findings")} at or above {failOn.ToString().ToLowerInvariant()}.";

    private IEnumerable<string> AboutTool()
    {
        if (Tool is { Path: not null, IsStandIn: true })
            yield return $"Trivy {Tool.Version} from {Tool.Origin} stands in for the pinned release: good for finding things, not for a release.";
        if (Tool.Note is { } note)
            yield return note;
    }
}
