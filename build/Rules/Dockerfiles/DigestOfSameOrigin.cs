using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Who can change a download can change the digest beside it too: such a check only finds accidents.</summary>
internal static class DigestOfSameOrigin
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS4001",
        Severity.Low,
        "A download is compared with a digest of the same origin.",
        "Write the digest down here, or check a signature with a key that is.")
    {
        Check = source => source.FlowFaults(FaultKind.ComparedWithItself),
    };
}
