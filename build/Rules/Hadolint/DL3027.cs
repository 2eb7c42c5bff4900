using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`apt` is made for people; its behaviour changes.</summary>
internal static class DL3027
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3027",
        Severity.Medium,
        "Use apt-get or apt-cache; `apt` is made for people at a terminal.",
        run => run.Commands.Any(command => command.Name == "apt"));
}
