using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>MAINTAINER is deprecated.</summary>
internal static class DL4000
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL4000",
        LintLevel.Error,
        "MAINTAINER is deprecated; use `LABEL org.opencontainers.image.authors=…`.",
        instruction => instruction.Keyword == "MAINTAINER");
}
