using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`cd` changes the folder for one RUN only.</summary>
internal static class DL3003
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3003",
        Severity.Medium,
        "Change the folder with WORKDIR instead of `cd`.",
        run => run.Keyword == "RUN" && run.Commands.Any(command => command.Name == "cd"));
}
