using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Only the last HEALTHCHECK counts.</summary>
internal static class DL3012
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3012",
        Severity.High,
        "This stage has another HEALTHCHECK already; only the last counts.",
        file => StageUse.Repeated(file, "HEALTHCHECK"));
}
