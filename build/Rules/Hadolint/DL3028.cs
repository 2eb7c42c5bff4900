using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned gems differ from build to build.</summary>
internal static class DL3028
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3028",
        Severity.Medium,
        "Pin the versions of gems: `gem install gem:version`.",
        run => run.Commands.Where(Installs).SelectMany(Gems).Any(gem => !gem.Contains(':')));

    private static bool Installs(ShellCommand command) =>
        command.Runs("gem", "install", "i") && !command.Runs("gem", "-v", "--version")
        && !command.Arguments.Any(argument => argument.StartsWith("--version=", StringComparison.Ordinal));

    // Every option takes a value here, and what follows -- is for the compiler.
    private static IEnumerable<string> Gems(ShellCommand command)
    {
        var words = command.Arguments.TakeWhile(argument => argument != "--").ToList();
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].StartsWith('-'))
                index++;
            else if (words[index] is not ("install" or "i"))
                yield return words[index];
        }
    }
}
