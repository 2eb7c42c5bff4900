using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned npm packages differ from build to build.</summary>
internal static class DL3016
{
    private static readonly ImmutableArray<string> OptionsWithValue = ["loglevel", "registry"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3016",
        Severity.Medium,
        "Pin the versions of npm packages: `npm install package@version`.",
        run => run.Commands.Any(ForgetsVersion));

    private static bool ForgetsVersion(ShellCommand command) =>
        command.Runs("npm", "install")
        && command.Operands(OptionsWithValue).FirstOrDefault() == "install"
        && command.OperandsAfter("install", OptionsWithValue).Any(package => !IsPinned(package));

    private static bool IsPinned(string package)
    {
        if (StartsWithAny(package, "git://", "git+ssh://", "git+http://", "git+https://"))
            return package.Contains('#');
        return package.EndsWith(".tar", StringComparison.Ordinal) || package.EndsWith(".tar.gz", StringComparison.Ordinal)
            || package.EndsWith(".tgz", StringComparison.Ordinal)
            || StartsWithAny(package, "/", "./", "../", "~/")
            || WithoutScope(package).Contains('@');
    }

    private static bool StartsWithAny(string package, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (package.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // The @ of a scope is no version: `@angular/cli`.
    private static string WithoutScope(string package) =>
        package.StartsWith('@') ? new string([.. package.SkipWhile(character => character > '/')]) : package;
}
