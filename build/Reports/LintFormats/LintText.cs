namespace ContainerSecurity.Reports.LintFormats;

/// <summary>The formats for people and editors: a line for each finding.</summary>
internal static class LintText
{
    public static string Tty(IEnumerable<PrintedFinding> findings, bool colours) => string.Concat(findings.Select(finding => finding.IsSyntaxError
        ? $"{Position(finding)} {OneLine(finding.Message)}\n"
        : $"{finding.File}:{finding.Line} {finding.Code} {(colours ? Coloured(finding) : finding.Level)}: {finding.Message}\n"));

    public static string Gnu(IEnumerable<PrintedFinding> findings) => string.Concat(findings.Select(finding => finding.IsSyntaxError
        ? $"hadolint:{Position(finding)}: {OneLine(finding.Message)}\n"
        : $"hadolint:{finding.File}:{finding.Line}: {finding.Code} {finding.Level}: {finding.Message}\n"));

    private static string Position(PrintedFinding finding) => $"{finding.File}:{finding.Line}:{finding.Column}";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");

    private static string Coloured(PrintedFinding finding)
    {
        var colour = finding.Level switch
        {
            "error" => "\e[1m\e[91m",
            "warning" => "\e[1m\e[93m",
            "info" => "\e[92m",
            _ => "\e[96m",
        };
        return $"{colour}{finding.Level}\e[0m";
    }
}
