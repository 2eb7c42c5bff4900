using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned Debian packages differ from build to build.</summary>
internal static class DL3008
{
    private static readonly ImmutableArray<string> OptionsWithValue = ["t", "target-release"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3008",
        Severity.Medium,
        "Pin the versions of packages: `apt-get install package=version`.",
        run => run.Commands
            .Where(command => command.Runs("apt-get", "install"))
            .SelectMany(command => command.Operands(OptionsWithValue))
            .Any(package => package != "install" && !IsPinned(package)));

    private static bool IsPinned(string package) => package.AsSpan().ContainsAny('=', '/') || package.EndsWith(".deb", StringComparison.Ordinal);
}
