using ContainerSecurity.Findings;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>useradd writes a log as long as the highest user id.</summary>
internal static class DL3046
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3046",
        LintLevel.Warning,
        "useradd with a high user id makes a huge log file; add `-l`.",
        run => run.Commands.Any(command => command.Name == "useradd" && !command.HasFlag("l", "no-log-init")
            && command.ValuesOf("u").Any(id => id.Length > 5)));
}
