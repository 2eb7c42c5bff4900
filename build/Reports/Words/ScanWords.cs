using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Words;

/// <summary>What all reports say of a run in the same words.</summary>
internal static class ScanWords
{
    public static int Open(GateResult gate) => gate.Findings.Count(finding => finding.Suppressed is null);

    public static int Suppressed(GateResult gate) => gate.Findings.Length - Open(gate);

    /// <summary><c>trivy 0.75.0</c>.</summary>
    public static string Engine(GateResult gate) => $"{gate.Engine} {gate.EngineVersion}".TrimEnd();

    /// <summary><c>1 finding</c>, <c>2 findings</c>.</summary>
    public static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>What becomes of the release, in a sentence.</summary>
    public static string Verdict(ScanReport report) => report.Verdict switch
    {
        Findings.Verdict.Pass => "Nothing stands in the way of the release.",
        Findings.Verdict.Incomplete => report.Strict
            ? "Not everything could be checked, so it must not be released."
            : "Not everything could be checked. A release would be refused.",
        Findings.Verdict.Fail => "It must not be released.",
        _ => "The run did not come to a verdict, so it must not be released.",
    };

    /// <summary>Why it is excused: <c>accepted until the mirror is mended (.trivyignore.yaml:3, until 2027-01-31)</c>.</summary>
    public static string Reason(Suppression suppression)
    {
        var until = suppression.ExpiresAt is { } last ? $", until {last:yyyy-MM-dd}" : "";
        return $"{suppression.Statement ?? "no reason given"} ({suppression.By}{until})";
    }
}
