using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>dnf's cache stays in the layer.</summary>
internal static class DL3040
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3040",
        Severity.Medium,
        "Remove the cache in the same RUN: `dnf clean all`.",
        run => !run.HasTemporary("/var/cache/libdnf5") && !run.HasTemporary(".cache/libdnf5") && (Forgets(run, "dnf") || Forgets(run, "microdnf")));

    private static bool Forgets(LintedInstruction run, string program) => run.Commands.InstallsWithoutCleanup(
        command => command.Runs(program, "install", "in", "upgrade", "up", "upgrade-minimal", "up-min", "reinstall", "rei"),
        command => command.Runs(program, "clean", "all") || command.Runs("rm", "-rf", "/var/cache/libdnf5*"));
}
