using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned Go modules differ from build to build.</summary>
internal static class DL3062
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3062",
        Severity.Medium,
        "Pin the versions of Go programs: `go install module@version`.",
        run => Packages(run.Commands).Any(package => !IsPinned(package)));

    private static List<string> Packages(ImmutableArray<ShellCommand> commands)
    {
        // What follows the package of `go run` is for the program.
        var run = commands.Where(command => command.Runs("go", "run"))
            .SelectMany(command => command.Operands().Take(2))
            .Where(word => word != "run")
            .ToList();
        return run.Count > 0 ? run :
        [
            .. commands.Where(command => command.Runs("go", "install", "get"))
                .SelectMany(command => command.Operands())
                .Where(word => word is not ("install" or "get" or "tool")),
        ];
    }

    private static bool IsPinned(string package) =>
        package.StartsWith('.') || package.StartsWith('/')
        || (package.Contains('@') && !package.EndsWith("@latest", StringComparison.Ordinal) && !package.EndsWith("@none", StringComparison.Ordinal));
}
