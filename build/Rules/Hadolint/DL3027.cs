using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`apt` is made for people; its behaviour changes.</summary>
internal static class DL3027
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3027",
        LintLevel.Warning,
        "Use apt-get or apt-cache; `apt` is made for people at a terminal.",
        run => run.Commands.Any(command => command.Name == "apt"));
}
