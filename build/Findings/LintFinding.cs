using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules;

namespace ContainerSecurity.Findings;

/// <summary>One finding in Hadolint's terms.</summary>
/// <param name="File">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">First line of the instruction, 1-based.</param>
/// <param name="Column">1 for rules; where the error is for DL1000.</param>
internal sealed record LintFinding(string File, int Line, int Column, string Code, LintLevel Level, string Message)
{
    /// <summary>Whether a code is one that Hadolint has.</summary>
    public static bool IsOfHadolint(string code) => code is ['D', 'L', >= '0' and <= '9', ..] or ['S', 'C', >= '0' and <= '9', ..];

    /// <summary>The same in the terms of every gate.</summary>
    public Finding ToFinding() => new()
    {
        RuleId = Code,
        Severity = LintLevels.ToSeverity(Level),
        Message = Message,
        File = File,
        Line = Line,
        Column = Column,
        Help = HelpFor(Code),
    };

    private static string? HelpFor(string code) => code switch
    {
        BuiltInLinter.SyntaxErrorCode => "Mend the line: nothing else in this file was checked.",
        ['D', 'L', ..] => $"https://github.com/hadolint/hadolint/wiki/{code}",
        ['S', 'C', ..] => $"https://www.shellcheck.net/wiki/{code}",
        _ when DockerCheckList.Has(code) => DockerCheck.HelpFor(code),
        _ => OwnRuleList.HelpFor(code),
    };
}
