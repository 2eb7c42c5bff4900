using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Docker;

/// <summary>A Dockerfile should build without any --build-arg.</summary>
internal static class InvalidDefaultArgInFrom
{
    public static DockerCheck Check { get; } = new(
        nameof(InvalidDefaultArgInFrom),
        "Give each ARG in FROM a default with which it names an image.",
        build => build.Stages
            .Where(stage => stage.Image.Text is { } name && ImageReference.Parse(name) is null)
            .Select(stage => new LintHit(stage.From.Line, $"With the defaults of its ARGs `{stage.Stage.BaseImage}` is no name of an image; give them other defaults.")));
}
