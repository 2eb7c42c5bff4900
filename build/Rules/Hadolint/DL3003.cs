using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`cd` changes the folder for one RUN only.</summary>
internal static class DL3003
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3003",
        LintLevel.Warning,
        "Change the folder with WORKDIR instead of `cd`.",
        run => run.Keyword == "RUN" && run.Commands.Any(command => command.Name == "cd"));
}
