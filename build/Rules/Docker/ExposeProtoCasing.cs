using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Protocols are written in lower case.</summary>
internal static class ExposeProtoCasing
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(ExposeProtoCasing),
        "Write the protocol of EXPOSE in lower case.",
        build =>
            from step in build.Steps
            where step.Keyword == "EXPOSE"
            from word in step.Ports
            where ExposedPort.Parse(word) is { } port && !LetterCase.IsLower(port.Protocol)
            select new Hit(step.Line) { Message = $"The protocol of `{word}` is not in lower case; write it so." });
}
