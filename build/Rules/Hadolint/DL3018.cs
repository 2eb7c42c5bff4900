using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned Alpine packages differ from build to build.</summary>
internal static class DL3018
{
    private static readonly ImmutableArray<string> OptionsWithValue = ["t", "virtual", "repository", "X"];

    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3018",
        LintLevel.Warning,
        "Pin the versions of packages: `apk add package=version`.",
        run => run.Commands
            .Where(command => command.Runs("apk", "add"))
            .SelectMany(command => command.Operands(OptionsWithValue))
            .Any(package => package != "add" && !package.AsSpan().ContainsAny("=~<>") && !package.EndsWith(".apk", StringComparison.Ordinal)));
}
