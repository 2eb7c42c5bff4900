using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Unpinned RPM packages differ from build to build.</summary>
internal static class DL3037
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachRun(
        "DL3037",
        Severity.Medium,
        "Pin the versions of packages: `zypper install package=version`.",
        run => run.Commands
            .Where(command => command.Runs("zypper", "install", "in"))
            .SelectMany(command => command.Operands())
            .Any(package => package is not ("install" or "in") && !IsPinned(package)));

    private static bool IsPinned(string package) => package.AsSpan().ContainsAny("=<>") || package.EndsWith(".rpm", StringComparison.Ordinal);
}
