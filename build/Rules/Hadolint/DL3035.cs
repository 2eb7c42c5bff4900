using ContainerSecurity.Findings;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>An upgrade of the distribution makes another image of the base.</summary>
internal static class DL3035
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3035",
        LintLevel.Warning,
        "Do not upgrade the distribution in a build; take a newer base image.",
        run => run.Commands.Any(command => command.Runs("zypper", "dist-upgrade", "dup")));
}
