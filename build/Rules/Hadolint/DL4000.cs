using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>MAINTAINER is deprecated.</summary>
internal static class DL4000
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL4000",
        Severity.High,
        "MAINTAINER is deprecated; use `LABEL org.opencontainers.image.authors=…`.",
        instruction => instruction.Keyword == "MAINTAINER");
}
