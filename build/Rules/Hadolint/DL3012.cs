using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Only the last HEALTHCHECK counts.</summary>
internal static class DL3012
{
    public static LintRule Rule { get; } = LintRule.OverAll(
        "DL3012",
        LintLevel.Error,
        "This stage has another HEALTHCHECK already; only the last counts.",
        file => StageUse.Repeated(file, "HEALTHCHECK"));
}
