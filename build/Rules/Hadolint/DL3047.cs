using ContainerSecurity.Findings;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>wget's progress bar fills the build log.</summary>
internal static class DL3047
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3047",
        LintLevel.Info,
        "wget prints a long progress bar; add `--progress=dot:giga`, `-q` or `-nv`.",
        run => run.Commands.Any(command => command.Name == "wget"
            && !command.HasFlag("progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose")
            && !command.Arguments.Contains("-nv")));
}
