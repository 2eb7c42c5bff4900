using ContainerSecurity.Findings;
using ContainerSecurity.Tools.Hadolint;

namespace ContainerSecurity.Reports;

/// <summary>Puts all reports of one run into the reports folder, each written whole or not at all.</summary>
internal static class ReportFiles
{
    private const string LintGate = "lint";

    public static void Write(ScanReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        Replace(Path.Combine(folder, "scan.json"), ScanJson.Write(report));
        if (report.Gates.FirstOrDefault(gate => gate.Name == LintGate) is { } lint)
            Replace(Path.Combine(folder, "hadolint.json"), HadolintJson.Write(lint.Findings.Where(finding => finding.Suppressed is null && LintFinding.IsOfHadolint(finding.RuleId))));
        Replace(Path.Combine(folder, "scan.md"), System.Text.Encoding.UTF8.GetBytes(ScanMarkdown.Write(report)));
    }

    /// <summary>A reader never sees half a report.</summary>
    public static void Replace(string path, byte[] content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, path, overwrite: true);
    }
}
