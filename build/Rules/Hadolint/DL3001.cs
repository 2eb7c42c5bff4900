using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Some programs make no sense while an image is built.</summary>
internal static class DL3001
{
    private static readonly string[] Programs = ["free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3001",
        Severity.Low,
        "This program has no use in an image build (free, kill, mount, ps, service, shutdown, ssh, top, vim).",
        run => run.Commands.Any(command => Programs.Contains(command.Name)));
}
