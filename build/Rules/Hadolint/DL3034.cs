using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>zypper asks, and nobody answers.</summary>
internal static class DL3034
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3034",
        Severity.Medium,
        "zypper will ask for confirmation; add `-y`.",
        run => run.Commands.Any(command => command.Runs("zypper", "install", "in", "remove", "rm", "source-install", "si", "patch")
            && !command.HasFlag("non-interactive", "n", "no-confirm", "y")));
}
