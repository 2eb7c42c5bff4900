using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned RPM packages differ from build to build.</summary>
internal static class DL3033
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAllAndTriggers(
        "DL3033",
        Severity.Medium,
        "Pin the versions of packages: `yum install package-version`.",
        file => RpmPackages.Unpinned(file, ["yum"], ["module"]));
}
