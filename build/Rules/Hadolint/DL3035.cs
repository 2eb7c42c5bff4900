using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>An upgrade of the distribution makes another image of the base.</summary>
internal static class DL3035
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3035",
        Severity.Medium,
        "Do not upgrade the distribution in a build; take a newer base image.",
        run => run.Commands.Any(command => command.Runs("zypper", "dist-upgrade", "dup")));
}
