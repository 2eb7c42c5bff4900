using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>dnf asks, and nobody answers.</summary>
internal static class DL3038
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3038",
        Severity.Medium,
        "dnf will ask for confirmation; add `-y`.",
        run => run.Commands.Any(command => Installs(command) && !command.HasFlag("y", "assumeyes")));

    private static bool Installs(ShellCommand command) =>
        command.Runs("dnf", "install", "groupinstall", "localinstall") || command.Runs("microdnf", "install", "groupinstall", "localinstall");
}
