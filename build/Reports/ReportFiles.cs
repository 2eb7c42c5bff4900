using System.Text;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Reports.Html;
using ContainerSecurity.Reports.Markdown;
using ContainerSecurity.Reports.Pipelines;
using ContainerSecurity.Reports.Records;
using ContainerSecurity.Reports.Sarif;
using ContainerSecurity.Tools.Hadolint;

namespace ContainerSecurity.Reports;

/// <summary>Writes all reports of one run into the reports folder, each atomically; none of an earlier run stays.</summary>
internal static class ReportFiles
{
    private const string LintGate = "lint";

    /// <param name="before">An earlier run that the page compares with.</param>
    public static void Write(ScanReport report, string folder, ScanReport? before = null)
    {
        AtomicOutput.File(Path.Combine(folder, "scan.json"), ScanRecord.Write(report));
        AtomicOutput.File(Path.Combine(folder, "scan.sarif"), SarifReport.Write(report));
        AtomicOutput.File(Path.Combine(folder, "index.html"), HtmlReport.Write(report, before));
        AtomicOutput.File(Path.Combine(folder, "junit.xml"), JUnitReport.Write(report));
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
