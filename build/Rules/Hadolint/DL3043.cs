using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A trigger cannot begin a stage or hold another trigger.</summary>
internal static class DL3043
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3043",
        Severity.High,
        "ONBUILD cannot trigger FROM, MAINTAINER or another ONBUILD.",
        instruction => instruction.Triggered?.Keyword is "FROM" or "MAINTAINER" or "ONBUILD");
}
