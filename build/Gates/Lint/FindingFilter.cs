using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What pragmas and configuration leave of a file's findings, and how bad they are.</summary>
internal sealed class FindingFilter(IEnumerable<Comment> comments, IEnumerable<LintedInstruction> instructions, LintConfiguration configuration)
{
    private readonly PragmaFilter _pragmas = new(comments, instructions);

    /// <summary>Whether a rule is worth running: neither ignored nor off.</summary>
    public static bool IsOn<T>(Rule<T> rule, LintConfiguration configuration) =>
        !configuration.Ignored.Contains(rule.Id) && (!rule.IsOptIn || configuration.Overrides.ContainsKey(rule.Id));

    public IEnumerable<Finding> Apply(IEnumerable<Finding> findings) => findings
        .Where(finding => configuration.DisableIgnorePragma || !_pragmas.Ignores(finding.RuleId, finding.Line ?? 1))
        .Select(finding => finding with { Severity = configuration.Overrides.GetValueOrDefault(finding.RuleId, finding.Severity) });
}
