using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Lint;

namespace ContainerSecurity.Reports.LintFormats;

/// <summary>A finding in Hadolint's terms.</summary>
internal sealed record PrintedFinding(string File, int Line, int Column, string Code, LintLevel Level, string Message)
{
    /// <summary>A syntax error, which most formats print in another way.</summary>
    public bool IsSyntaxError => Code == BuiltInLinter.SyntaxErrorCode;

    public string LevelName => LintLevels.Name(Level);

    public static PrintedFinding Of(Finding finding) => new(
        finding.File ?? "", finding.Line ?? 1, finding.Column ?? 1, finding.RuleId, LintLevels.FromSeverity(finding.Severity), finding.Message);
}
