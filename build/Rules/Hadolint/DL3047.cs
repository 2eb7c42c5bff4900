using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>wget's progress bar fills the build log.</summary>
internal static class DL3047
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3047",
        Severity.Low,
        "wget prints a long progress bar; add `--progress=dot:giga`, `-q` or `-nv`.",
        run => run.Commands.Any(command => command.Name == "wget"
            && !command.HasFlag("progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose")
            && !command.Arguments.Contains("-nv")));
}
