using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned RPM packages differ from build to build.</summary>
internal static class DL3041
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAllAndTriggers(
        "DL3041",
        Severity.Medium,
        "Pin the versions of packages: `dnf install package-version`.",
        file => RpmPackages.Unpinned(file, ["dnf", "microdnf"], ["module", "group"]));
}
