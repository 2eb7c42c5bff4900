using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;

namespace ContainerSecurity.Reports.LintFormats;

/// <summary>A finding of the lint gate, which always has a place, in Hadolint's terms.</summary>
internal sealed record PrintedFinding(string File, int Line, int Column, string Code, string Level, string Message)
{
    /// <summary>Whether it is a syntax error, which most formats print differently.</summary>
    public bool IsSyntaxError => Code == HadolintCode.SyntaxError;

    public static PrintedFinding From(Finding finding) => new(
        finding.File ?? "", finding.Line ?? 1, finding.Column ?? 1, finding.RuleId, HadolintLevel.NameOf(finding.Severity), finding.Message);
}
