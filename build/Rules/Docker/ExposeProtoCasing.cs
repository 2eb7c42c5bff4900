using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Protocols are written in lower case.</summary>
internal static class ExposeProtoCasing
{
    public static DockerCheck Check { get; } = new(
        nameof(ExposeProtoCasing),
        "Write the protocol of EXPOSE in lower case.",
        build => ExposedPort.Of(build)
            .Where(found => !LetterCase.IsLower(found.Port.Protocol))
            .Select(found => new LintHit(found.Line, $"The protocol of `{found.Port.Written}` is not in lower case; write it so.")));
}
