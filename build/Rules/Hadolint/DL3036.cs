using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>zypper's cache stays in the layer.</summary>
internal static class DL3036
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3036",
        Severity.Medium,
        "Remove the cache in the same RUN: `zypper clean`.",
        run => !run.HasTemporary("/var/cache/zypp") && run.Commands.InstallsWithoutCleanup(
            command => command.Runs("zypper", "install", "in"),
            command => command.Runs("zypper", "clean", "cc")));
}
