using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>yum's cache stays in the layer.</summary>
internal static class DL3032
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3032",
        Severity.Medium,
        "Remove the cache in the same RUN: `yum clean all`.",
        run => run.Commands.InstallsWithoutCleanup(
            command => command.Runs("yum", "install"),
            command => command.Runs("yum", "clean", "all") || command.Runs("rm", "-rf", "/var/cache/yum/*")));
}
