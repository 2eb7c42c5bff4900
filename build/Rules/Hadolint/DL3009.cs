using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Package lists stay in the layer.</summary>
internal static class DL3009
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAllAndTriggers(
        "DL3009",
        Severity.Low,
        "Remove the package lists in the same RUN: `rm -rf /var/lib/apt/lists/*`.",
        file => StageUse.Reported(file, Forgets));

    private static bool Forgets(LintedInstruction run) =>
        run.Commands.Any(command => command.Runs("apt", "update") || command.Runs("apt-get", "update") || command.Runs("aptitude", "update"))
        && !run.Commands.Any(command => command.Runs("rm", "-rf", "/var/lib/apt/lists/*"))
        && !run.HasTemporary("/var/lib/apt/lists")
        && !(run.HasTemporary("/var/lib/apt") && run.HasTemporary("/var/cache/apt"));
}
