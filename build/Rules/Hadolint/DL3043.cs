using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A trigger cannot begin a stage or hold another trigger.</summary>
internal static class DL3043
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3043",
        LintLevel.Error,
        "ONBUILD cannot trigger FROM, MAINTAINER or another ONBUILD.",
        instruction => instruction.Triggered?.Keyword is "FROM" or "MAINTAINER" or "ONBUILD");
}
