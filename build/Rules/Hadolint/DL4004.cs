using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Only the last ENTRYPOINT counts.</summary>
internal static class DL4004
{
    public static LintRule Rule { get; } = LintRule.OverAll(
        "DL4004",
        LintLevel.Error,
        "This stage has another ENTRYPOINT already; only the last counts.",
        file => StageUse.Repeated(file, "ENTRYPOINT"));
}
