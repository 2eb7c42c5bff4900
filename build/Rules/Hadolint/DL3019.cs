using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The package index stays in the layer.</summary>
internal static class DL3019
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3019",
        Severity.Low,
        "Keep the package index out of the image: `apk add --no-cache`.",
        run => !run.HasTemporary("/var/cache/apk") && run.Commands.Any(command => command.Runs("apk", "add") && !command.HasFlag("no-cache")));
}
