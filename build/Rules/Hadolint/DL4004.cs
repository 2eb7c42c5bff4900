using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Only the last ENTRYPOINT counts.</summary>
internal static class DL4004
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL4004",
        Severity.High,
        "This stage has another ENTRYPOINT already; only the last counts.",
        file => StageUse.Repeated(file, "ENTRYPOINT"));
}
