using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Only the last CMD counts.</summary>
internal static class DL4003
{
    public static LintRule Rule { get; } = LintRule.OverAll(
        "DL4003",
        LintLevel.Warning,
        "This stage has another CMD already; only the last counts.",
        file => StageUse.Repeated(file, "CMD"));
}
