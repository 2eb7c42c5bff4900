using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;

namespace ContainerSecurity.Reports.LintFormats;

/// <summary>Prints what Hadolint 2.15.1 would print about the same findings, byte for byte.</summary>
internal static class LintPrinter
{
    /// <summary>Prints only findings with a code of Hadolint, because tools that read these formats know no others.</summary>
    /// <param name="colours">For <see cref="LintFormat.Tty"/>; Hadolint colours everywhere, unless NO_COLOR is set.</param>
    public static string Print(LintFormat format, GateResult lint, DateTimeOffset now, bool colours)
    {
        var files = lint.Coverage.Facts.GetValueOrDefault("files") is CoverageFact.List paths ? paths.Values : [];
        ImmutableArray<PrintedFinding> findings = [.. lint.Findings
            .Where(finding => finding.Suppressed is null && HadolintCode.Is(finding.RuleId))
            .Select(PrintedFinding.From)];
        return format switch
        {
            LintFormat.Tty => LintText.Tty(findings, colours),
            LintFormat.Gnu => LintText.Gnu(findings),
            LintFormat.Json => LintJson.Plain(findings),
            LintFormat.Sarif => LintJson.Sarif(findings),
            LintFormat.Codeclimate => LintJson.Codeclimate(findings),
            LintFormat.GitlabCodeclimate => LintJson.GitlabCodeclimate(findings),
            LintFormat.Sonarqube => LintJson.Sonarqube(findings),
            LintFormat.Checkstyle => LintXml.Checkstyle(files, findings),
            _ => LintXml.Junit(files, findings, now),
        };
    }
}
