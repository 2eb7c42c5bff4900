using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned Alpine packages differ from build to build.</summary>
internal static class DL3018
{
    private static readonly ImmutableArray<string> OptionsWithValue = ["t", "virtual", "repository", "X"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3018",
        Severity.Medium,
        "Pin the versions of packages: `apk add package=version`.",
        run => run.Commands
            .Where(command => command.Runs("apk", "add"))
            .SelectMany(command => command.Operands(OptionsWithValue))
            .Any(package => package != "add" && !package.AsSpan().ContainsAny("=~<>") && !package.EndsWith(".apk", StringComparison.Ordinal)));
}
