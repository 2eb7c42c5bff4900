using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Several sources need a folder.</summary>
internal static class DL3021
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3021",
        LintLevel.Error,
        "COPY has several sources; its destination must be a folder and end with `/`.",
        copy => copy.Keyword == "COPY" && copy.Paths.Length > 2 && !copy.Paths[^1].EndsWith('/'));
}
