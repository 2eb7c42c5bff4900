using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Tools.Hadolint;

namespace ContainerSecurity.Reports;

/// <summary>Writes all reports of one run into the reports folder, each atomically.</summary>
internal static class ReportFiles
{
    private const string LintGate = "lint";

    public static void Write(ScanReport report, string folder)
    {
        AtomicOutput.File(Path.Combine(folder, "scan.json"), ScanJson.Write(report));
        if (report.Gates.FirstOrDefault(gate => gate.Name == LintGate) is { } lint)
        {
            AtomicOutput.File(
                Path.Combine(folder, "hadolint.json"),
                HadolintJson.Write(lint.Findings.Where(finding => finding.Suppressed is null && HadolintCode.Is(finding.RuleId))));
        }

        AtomicOutput.File(Path.Combine(folder, "scan.md"), System.Text.Encoding.UTF8.GetBytes(ScanMarkdown.Write(report)));
    }
}
