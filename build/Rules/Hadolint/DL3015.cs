using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Recommended packages are installed without being asked for.</summary>
internal static class DL3015
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3015",
        Severity.Low,
        "Install only what is named: `apt-get install --no-install-recommends`.",
        run => run.Commands.Any(command => command.Runs("apt-get", "install")
            && !command.HasFlag("no-install-recommends")
            && !command.Arguments.Contains("APT::Install-Recommends=false")));
}
