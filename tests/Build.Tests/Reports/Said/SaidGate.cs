using ContainerSecurity.Findings;

namespace Build.Tests.Reports.Said;

/// <summary>What every report says of a gate; findings as many times as they are there, in no order.</summary>
internal sealed record SaidGate(string Name, string Verdict, int Open, int Suppressed, string Findings)
{
    public static SaidGate Create(string name, string verdict, IReadOnlyCollection<SaidFinding> findings) =>
        Create(name, verdict, findings.Count(finding => !finding.IsSuppressed), findings.Count(finding => finding.IsSuppressed), findings);

    public static SaidGate Create(string name, string verdict, int open, int suppressed, IEnumerable<SaidFinding> findings) =>
        new(name, verdict, open, suppressed, string.Join('\n', findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal)));

    public static SaidGate Of(GateResult gate) =>
        Create(gate.Name, gate.Verdict.ToString().ToLowerInvariant(), [.. gate.Findings.Select(SaidFinding.Of)]);
}
