using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned Python packages differ from build to build.</summary>
internal static class DL3013
{
    private static readonly ImmutableArray<string> OptionsWithValue =
    [
        "abi", "b", "build", "e", "editable", "extra-index-url", "f", "find-links", "i", "index-url", "implementation", "no-binary", "only-binary",
        "platform", "prefix", "progress-bar", "proxy", "python", "python-version", "root", "root-user-action", "src", "t", "target", "trusted-host",
        "upgrade-strategy",
    ];

    private static readonly string[] Comparisons = ["==", "<", ">", "!=", "~="];

    private static readonly string[] Repositories =
    [
        "git", "hg+file", "hg+http", "hg+ssh", "hg+static-http", "svn", "bzr+http", "bzr+ssh", "bzr+sftp", "bzr+ftp", "bzr+lp",
    ];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3013",
        Severity.Medium,
        "Pin the versions of Python packages: `pip install package==version`, or a requirements file.",
        run => run.Commands.Any(ForgetsVersion));

    private static bool ForgetsVersion(ShellCommand command) =>
        Pip.Installs(command)
        && !command.HasFlag("constraint", "c")
        && !command.Arguments.Any(argument => argument is "--requirement" or "-r" or ".")
        && command.OperandsAfter("install", OptionsWithValue).Any(package => !IsPinned(package));

    private static bool IsPinned(string package)
    {
        var fromRepository = Repositories.Any(scheme => package.StartsWith(scheme, StringComparison.Ordinal));
        return Comparisons.Any(symbol => package.Contains(symbol, StringComparison.Ordinal))
            || package.EndsWith(".whl", StringComparison.Ordinal)
            || package.EndsWith(".tar.gz", StringComparison.Ordinal)
            || package.Contains(fromRepository ? '@' : '/');
    }
}
