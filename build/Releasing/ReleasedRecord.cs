using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing;

/// <summary>The record of a run as it is released: without what the clock alone decides, so that two runs of one commit say the same.</summary>
internal static class ReleasedRecord
{
    public static ScanReport Of(ScanReport report) => report with { Gates = [.. report.Gates.Select(gate => gate with { Duration = TimeSpan.Zero })] };
}
