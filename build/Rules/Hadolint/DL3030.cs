using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>yum asks, and nobody answers.</summary>
internal static class DL3030
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3030",
        Severity.Medium,
        "yum will ask for confirmation; add `-y`.",
        run => run.Commands.Any(command => command.Runs("yum", "install", "groupinstall", "localinstall") && !command.HasFlag("y", "assumeyes")));
}
