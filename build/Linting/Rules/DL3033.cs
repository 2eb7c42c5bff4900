namespace ContainerSecurity.Linting.Rules;

/// <summary>Unpinned RPM packages differ from build to build.</summary>
internal static class DL3033
{
    public static LintRule Rule { get; } = LintRule.OverAllAndTriggers(
        "DL3033",
        LintLevel.Warning,
        "Pin the versions of packages: `yum install package-version`.",
        file => RpmPackages.Unpinned(file, ["yum"], ["module"]));
}
