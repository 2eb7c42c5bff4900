using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A download that nobody compares with a digest or a signature is whatever the server gives that day.</summary>
internal static class UncheckedDownload
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1002",
        Severity.High,
        "A download is run without a check.",
        "Compare it with `sha256sum --check` (or a signature) before it is run, installed or made executable.")
    {
        Check = source => source.FlowFaults(FaultKind.RunUnverified),
    };
}
