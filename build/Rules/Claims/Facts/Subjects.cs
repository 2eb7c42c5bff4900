using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>Puts a check to each thing it is about, and never takes a missing thing for a good one.</summary>
internal static class Subjects
{
    private const string DevContainerFile = ".devcontainer/devcontainer.json";

    /// <summary>The form of two containers, in which other things keep the promises of one.</summary>
    private const string IsolatedFile = ".devcontainer/isolated/devcontainer.json";

    public static bool IsIsolated(DevContainer container) => container.Path == IsolatedFile && container.Asks("dockerComposeFile");

    public static IEnumerable<Observation> DevContainers(PolicyFacts facts, Func<DevContainer, IEnumerable<Observation>> check) =>
        facts.DevContainers.All(IsIsolated) && facts.UnreadConfigurations.IsEmpty
            ? [new Observation.Broken("there is no devcontainer.json that could keep the promise", Place.At(DevContainerFile, 1), "Restore it.")]
            : [.. Unread(facts), .. facts.DevContainers.SelectMany(check)];

    /// <summary>Devcontainers, settings of agents and .dockerignore files of which nobody knows what they say.</summary>
    public static IEnumerable<Observation> Unread(PolicyFacts facts) => facts.UnreadConfigurations.Select(why => new Observation.Unseen(why));

    /// <summary>The stage that each devcontainer builds; that of the isolated form is the base of the single container's.</summary>
    public static IEnumerable<Observation> DevContainerStages(PolicyFacts facts, Func<BuildStage, IEnumerable<Observation>> check) =>
        DevContainers(facts, container => facts.StageOf(container) is { } stage ? check(stage)
            : IsIsolated(container) ? []
            : [new Observation.Unseen($"the stage that {container.Path} builds cannot be read")]);

    public static IEnumerable<Observation> Image(PolicyFacts facts, Func<ImageFacts, IEnumerable<Observation>> check) =>
        facts.Image is { } image ? check(image) : [new Observation.Unseen($"no image: {facts.ImageMissing}")];

    /// <summary>All stages of all Dockerfiles; a Dockerfile that cannot be read, or none at the root, is something unseen.</summary>
    public static IEnumerable<Observation> Stages(PolicyFacts facts, Func<BuildStage, IEnumerable<Observation>> check) =>
        [.. facts.UnreadDockerfiles.Select(why => new Observation.Unseen(why)), .. facts.Stages.SelectMany(check)];

    /// <summary>All Dockerfiles, by what they copy and run.</summary>
    public static IEnumerable<Observation> Dockerfiles(PolicyFacts facts, Func<CommandSource, IEnumerable<Observation>> check) =>
        [.. facts.UnreadDockerfiles.Select(why => new Observation.Unseen(why)), .. facts.Dockerfiles.SelectMany(check)];

    /// <summary>What a check says of one subject: its complaints, or the evidence when it has none.</summary>
    public static IEnumerable<Observation> HeldUnless(IEnumerable<Observation> complaints, Func<string> evidence)
    {
        var any = false;
        foreach (var complaint in complaints)
        {
            any = true;
            yield return complaint;
        }

        if (!any)
            yield return new Observation.Held(evidence());
    }
}
