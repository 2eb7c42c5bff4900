using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A branch, a tag or an address gives other code when its owner wants, or whoever took it over.</summary>
internal static class UnpinnedCode
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1016",
        Severity.Medium,
        "Code is run or installed that nothing pins.",
        "Name a commit (`git checkout COMMIT`, `@COMMIT`), a digest (`#sha256=…`, `--require-hashes`) or a version of a registry.")
    {
        Check = source => source.FlowFaults(FaultKind.RunUnpinned),
    };
}
