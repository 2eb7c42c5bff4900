using ContainerSecurity.Findings;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The package index stays in the layer.</summary>
internal static class DL3019
{
    public static LintRule Rule { get; } = LintRule.EachRun(
        "DL3019",
        LintLevel.Info,
        "Keep the package index out of the image: `apk add --no-cache`.",
        run => !run.HasTemporary("/var/cache/apk") && run.Commands.Any(command => command.Runs("apk", "add") && !command.HasFlag("no-cache")));
}
