using System.Globalization;
using ContainerSecurity.Formats.Hadolint;

namespace ContainerSecurity.Reports.LintFormats;

/// <summary>The XML formats. Attributes are in alphabetical order.</summary>
internal static class LintXml
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";

    public static string Checkstyle(IEnumerable<string> files, IEnumerable<PrintedFinding> findings)
    {
        var byFile = findings.ToLookup(finding => finding.File);
        var elements = files.Select(file => byFile[file].Any()
            ? $"""<file name="{Quoted(file)}">{string.Concat(byFile[file].Select(CheckstyleError))}</file>"""
            : $"""<file name="{Quoted(file)}"/>""");
        return $"""{Declaration}<checkstyle version="4.3">{string.Concat(elements)}</checkstyle>""";
    }

    public static string Junit(IEnumerable<string> files, IEnumerable<PrintedFinding> findings, DateTimeOffset now)
    {
        var byFile = findings.ToLookup(finding => finding.File);
        var (id, name) = (Time(now, "yyyyMMdd_HHmmss"), Time(now, "yyyy-MM-dd HH:mm:ss"));
        var suites = string.Concat(files.Select(file => Suite([.. byFile[file]])));
        return $"""{Declaration}<testsuites id="{id}" name="Hadolint run at {name}" time="0.001">{suites}</testsuites>""";
    }

    private static string CheckstyleError(PrintedFinding finding)
    {
        var source = finding.IsSyntaxError ? "" : $" source=\"{finding.Code}\"";
        return $"""<error column="{finding.Column}" line="{finding.Line}" message="{Quoted(finding.Message)}" severity="{finding.Level}"{source}/>""";
    }

    private static string Suite(IReadOnlyCollection<PrintedFinding> findings)
    {
        var errors = findings.Count(finding => finding.IsSyntaxError);
        var attributes =
            $"""errors="{errors}" failures="{findings.Count}" id="hadolint" name="Hadolint {HadolintCode.Release}" time="0.001" """;
        return findings.Count == 0
            ? $"<testsuite {attributes.TrimEnd()}/>"
            : $"<testsuite {attributes.TrimEnd()}>{string.Concat(findings.Select(Case))}</testsuite>";
    }

    private static string Case(PrintedFinding finding)
    {
        if (finding.IsSyntaxError)
        {
            var place = $"parse error at line {finding.Line}, column {finding.Column}";
            var said = $"Parse Error in {finding.File}\nLine: {finding.Line}\nColumn: {finding.Column}\nParse Error: {finding.Message}\n";
            var error = $"""<failure message="{place}" type="error">{Content(said)}</failure>""";
            return $"""<testcase id="hadolint.error" name="DL1000" time="0.001">{error}</testcase>""";
        }

        var text =
            $"File: {finding.File}\nLine: {finding.Line}\nCategory: Hadolint - Dockerfile Static Analysis\n{finding.Level}: {finding.Message}\n";
        var failure = $"""<failure id="{finding.Code}" message="{Quoted(finding.Message)}" type="{finding.Level}">{Content(text)}</failure>""";
        return $"""<testcase id="hadolint.rule.{finding.Code}" time="0.001">{failure}</testcase>""";
    }

    private static string Time(DateTimeOffset now, string format) => now.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static string Quoted(string text) => Escaped(text).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Content(string text) => Escaped(text).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
