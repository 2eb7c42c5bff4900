using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>SHELL changes the shell of a build, and says so.</summary>
internal static class DL4005
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL4005",
        Severity.Medium,
        "Change the shell with SHELL instead of a link.",
        run => run.Commands.Any(command => command.Runs("ln", "/bin/sh")));
}
