using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>yarn's cache stays in the layer.</summary>
internal static class DL3060
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAllAndTriggers(
        "DL3060",
        Severity.Low,
        "Remove the cache in the same RUN: `yarn cache clean`.",
        file => StageUse.Reported(file, Forgets));

    private static bool Forgets(LintedInstruction run)
    {
        var cleans = run.Commands.Any(Cleans);
        return (cleans || !run.HasTemporary(".cache/yarn"))
            && run.Commands.InstallsWithoutCleanup(command => command.Runs("yarn", "install") && !Cleans(command), Cleans);
    }

    private static bool Cleans(ShellCommand command) => command.Runs("yarn", "cache", "clean");
}
