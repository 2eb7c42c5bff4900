using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Several sources need a folder.</summary>
internal static class DL3021
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3021",
        Severity.High,
        "COPY has several sources; its destination must be a folder and end with `/`.",
        copy => copy.Keyword == "COPY" && copy.Paths.Length > 2 && !copy.Paths[^1].EndsWith('/'));
}
