using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>useradd writes a log as long as the highest user id.</summary>
internal static class DL3046
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3046",
        Severity.Medium,
        "useradd with a high user id makes a huge log file; add `-l`.",
        run => run.Commands.Any(command => command.Name == "useradd" && !command.HasFlag("l", "no-log-init")
            && command.ValuesOf("u").Any(id => id.Length > 5)));
}
