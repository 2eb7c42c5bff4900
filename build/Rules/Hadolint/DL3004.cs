using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`sudo` needs a terminal and forwards signals badly.</summary>
internal static class DL3004
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3004",
        Severity.High,
        "Do not use `sudo` in a build; switch with USER, or use gosu where root must be left at run time.",
        run => run.Commands.Any(command => command.Name == "sudo"));
}
