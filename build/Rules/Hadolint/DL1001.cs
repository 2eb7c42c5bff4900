using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Inline pragmas hide findings; teams may forbid them.</summary>
internal static class DL1001
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL1001",
        Severity.Info,
        "An inline pragma ignores a finding; mend the finding instead.",
        file => file.Comments.Where(comment => Pragma.Parse(comment.Text) is { Kind: PragmaKind.Ignore }).Select(comment => comment.Line)) with
    {
        IsOptIn = true,
    };
}
