using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>apt-get asks, and nobody answers.</summary>
internal static class DL3014
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3014",
        Severity.Medium,
        "apt-get will ask for confirmation; add `-y`.",
        run => run.Commands.Any(command => command.Runs("apt-get", "install") && !AnswersYes(command)));

    private static bool AnswersYes(ShellCommand command) =>
        command.HasFlag("y", "yes", "qq", "assume-yes")
        || command.CountFlag("q") == 2
        || command.CountFlag("quiet") == 2
        || command.Arguments.Contains("-q=2");
}
