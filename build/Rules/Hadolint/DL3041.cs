using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned RPM packages differ from build to build.</summary>
internal static class DL3041
{
    public static LintRule Rule { get; } = LintRule.OverAllAndTriggers(
        "DL3041",
        LintLevel.Warning,
        "Pin the versions of packages: `dnf install package-version`.",
        file => RpmPackages.Unpinned(file, ["dnf", "microdnf"], ["module", "group"]));
}
