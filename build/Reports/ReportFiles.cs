using System.Text;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Reports.Records;
using ContainerSecurity.Tools.Hadolint;

namespace ContainerSecurity.Reports;

/// <summary>Writes all reports of one run into the reports folder, each atomically; none of an earlier run stays.</summary>
internal static class ReportFiles
{
    private const string LintGate = "lint";

    public static void Write(ScanReport report, string folder)
    {
        AtomicOutput.File(Path.Combine(folder, "scan.json"), ScanRecord.Write(report));
        WriteHadolint(report.Gates.FirstOrDefault(gate => gate.Name == LintGate), Path.Combine(folder, "hadolint.json"));
        AtomicOutput.File(Path.Combine(folder, "scan.md"), Encoding.UTF8.GetBytes(ScanMarkdown.Write(report)));
    }

    /// <summary>An empty list would say that there is no finding.</summary>
    private static void WriteHadolint(GateResult? lint, string path)
    {
        if (lint is { Verdict: not Verdict.Error })
        {
            AtomicOutput.File(
                path, HadolintJson.Write(lint.Findings.Where(finding => finding.Suppressed is null && HadolintCode.Is(finding.RuleId))));
        }
        else if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path);
        }
    }
}
