using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned RPM packages differ from build to build.</summary>
internal static class DL3033
{
    public static LintRule Rule { get; } = LintRule.OverAllAndTriggers(
        "DL3033",
        LintLevel.Warning,
        "Pin the versions of packages: `yum install package-version`.",
        file => RpmPackages.Unpinned(file, ["yum"], ["module"]));
}
