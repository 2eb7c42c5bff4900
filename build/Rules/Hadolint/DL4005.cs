using ContainerSecurity.Findings;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>SHELL changes the shell of a build, and says so.</summary>
internal static class DL4005
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL4005",
        LintLevel.Warning,
        "Change the shell with SHELL instead of a link.",
        run => run.Commands.Any(command => command.Runs("ln", "/bin/sh")));
}
