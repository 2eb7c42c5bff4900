using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A whole file system is more than an image needs.</summary>
internal static class DL3067
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3067",
        Severity.Medium,
        "The whole file system of another stage is copied; copy what is needed.",
        copy => copy is { Keyword: "COPY", CopiedFrom: not null } && copy.Paths[^1] == "/" && copy.Paths.SkipLast(1).Contains("/"));
}
