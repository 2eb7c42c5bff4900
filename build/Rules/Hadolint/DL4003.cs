using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Only the last CMD counts.</summary>
internal static class DL4003
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL4003",
        Severity.Medium,
        "This stage has another CMD already; only the last counts.",
        file => StageUse.Repeated(file, "CMD"));
}
