using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>A Dockerfile should build without any --build-arg.</summary>
internal static class InvalidDefaultArgInFrom
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(InvalidDefaultArgInFrom),
        "Give each ARG in FROM a default with which it names an image.",
        build => build.Stages
            .Where(stage => stage.Image.Text is { } name && ImageReference.Parse(name) is null)
            .Select(stage =>
                new Hit(stage.From.Line)
                {
                    Message = $"With the defaults of its ARGs `{stage.Stage.BaseImage}` is no name of an image; give them "
                    + "other defaults."
                }));
}
