using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A whole file system is more than an image needs.</summary>
internal static class DL3067
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3067",
        LintLevel.Warning,
        "The whole file system of another stage is copied; copy what is needed.",
        copy => copy is { Keyword: "COPY", CopiedFrom: not null } && copy.Paths[^1] == "/" && copy.Paths.SkipLast(1).Contains("/"));
}
