using ContainerSecurity.Findings;

namespace Build.Tests.Reports.Said;

/// <summary>What every report says of a run.</summary>
internal sealed record SaidScan(string Verdict, IReadOnlyList<SaidGate> Gates)
{
    public static SaidScan Of(ScanReport report) => new(report.Verdict.ToString().ToLowerInvariant(), [.. report.Gates.Select(SaidGate.Of)]);
}
