using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>Puts all reports of one run into the reports folder, each written whole or not at all.</summary>
internal static class ReportFiles
{
    public static void Write(ScanReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        Replace(Path.Combine(folder, "scan.json"), ScanJson.Write(report));
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
