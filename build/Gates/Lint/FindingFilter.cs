using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What pragmas and configuration leave of a file's findings, and at which level.</summary>
internal sealed class FindingFilter(IEnumerable<Comment> comments, IEnumerable<LintedInstruction> instructions, LintConfiguration configuration)
{
    private readonly PragmaFilter _pragmas = new(comments, instructions);

    /// <summary>Whether a rule is worth running: neither ignored nor off.</summary>
    public static bool IsOn(string code, LintLevel level, LintConfiguration configuration) =>
        !configuration.Ignored.Contains(code) && LevelOf(code, level, configuration) != LintLevel.Ignore;

    public IEnumerable<LintFinding> Apply(IEnumerable<LintFinding> findings) => findings
        .Where(finding => configuration.DisableIgnorePragma || !_pragmas.Ignores(finding.Code, finding.Line))
        .Select(finding => finding with { Level = LevelOf(finding.Code, finding.Level, configuration) });

    private static LintLevel LevelOf(string code, LintLevel level, LintConfiguration configuration) => configuration.Overrides.GetValueOrDefault(code, level);
}
