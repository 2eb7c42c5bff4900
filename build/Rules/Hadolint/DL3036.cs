using ContainerSecurity.Findings;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>zypper's cache stays in the layer.</summary>
internal static class DL3036
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3036",
        LintLevel.Warning,
        "Remove the cache in the same RUN: `zypper clean`.",
        run => !run.HasTemporary("/var/cache/zypp") && run.Commands.ForgetsToClean(
            command => command.Runs("zypper", "install", "in"),
            command => command.Runs("zypper", "clean", "cc")));
}
