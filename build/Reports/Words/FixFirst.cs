using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Words;

/// <summary>A finding with the gate that it is of.</summary>
internal sealed record GateFinding(GateResult Gate, Finding Finding);

/// <summary>The order in which open findings are best fixed.</summary>
internal static class FixFirst
{
    /// <summary>
    /// What is known to be exploited, then what fails a gate, then what is likely to be exploited, then by severity, and first what has a fix.
    /// </summary>
    public static ImmutableArray<GateFinding> Order(ScanReport report) =>
    [
        .. report.Gates
            .SelectMany(gate => gate.Findings.Where(finding => finding.Suppressed is null), (gate, finding) => new GateFinding(gate, finding))
            .OrderByDescending(each => each.Finding.KnownExploited == true)
            .ThenByDescending(each => each.Finding.Blocks == true)
            .ThenByDescending(each => each.Finding.Epss ?? 0)
            .ThenByDescending(each => each.Finding.Severity)
            .ThenByDescending(each => each.Finding.FixedVersion is not null),
    ];
}
