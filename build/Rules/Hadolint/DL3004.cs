using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`sudo` needs a terminal and forwards signals badly.</summary>
internal static class DL3004
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3004",
        LintLevel.Error,
        "Do not use `sudo` in a build; switch with USER, or use gosu where root must be left at run time.",
        run => run.Commands.Any(command => command.Name == "sudo"));
}
