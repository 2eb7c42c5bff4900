using System.Text.RegularExpressions;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.1: everything begins with nothing, or with an official devcontainer image named by its digest.</summary>
internal static partial class BaseImages
{
    private const string Help = "Use mcr.microsoft.com/devcontainers/NAME:TAG@sha256:DIGEST, an earlier stage, or scratch.";

    private static readonly string[] Copying = ["COPY", "ADD", "RUN"];

    public static readonly Claim Claim = new("CT-1.1", "Base Images", facts =>
    [
        .. Subjects.Stages(facts, stage => [CheckBase(stage), .. CheckForeign(facts, stage)]),
        .. Subjects.DevContainers(facts, CheckContainer),
    ]);

    private static Observation CheckBase(BuildStage stage)
    {
        var place = stage.At(stage.Stage.From);
        return stage.Image.Text switch
        {
            null => new Observation.Broken($"FROM {stage.Stage.BaseImage} cannot be resolved from the defaults of the Dockerfile", place, Help),
            _ when stage.Base is { } parent => new Observation.Held($"{place} stage {stage.Name} continues stage {parent.Name}"),
            "scratch" => new Observation.Held($"{place} stage {stage.Name} starts from scratch"),
            { } image when OfficialByDigest().IsMatch(image) => new Observation.Held($"{place} stage {stage.Name} starts from {image}"),
            { } image =>
                new Observation.Broken($"stage {stage.Name} starts from {image}, no official devcontainer image named by digest", place, Help),
        };
    }

    /// <summary>Files of other images come in by COPY --from and RUN --mount too.</summary>
    private static IEnumerable<Observation> CheckForeign(PolicyFacts facts, BuildStage stage) =>
        from keyword in Copying
        from instruction in stage.All(keyword)
        from source in instruction.Flags.SelectMany(SourcesOf)
        where !EarlierStages(facts, stage).Any(other => other.IsNamed(source))
        select new Observation.Broken(
            $"{keyword} in stage {stage.Name} takes files from {source}, which is no earlier stage", stage.At(instruction), Help);

    private static IEnumerable<BuildStage> EarlierStages(PolicyFacts facts, BuildStage stage) =>
        facts.Stages.Where(other => other.File == stage.File && other.Stage.Index < stage.Stage.Index);

    private static IEnumerable<string> SourcesOf(InstructionFlag flag) => flag switch
    {
        { Name: "from", Value: { } source } => [source],
        { Name: "mount", Value: { } options } => MountSource().Matches(options).Select(match => match.Groups["source"].Value),
        _ => [],
    };

    /// <summary>Build arguments could put another image in the place of the one that the Dockerfile fixes.</summary>
    private static IEnumerable<Observation> CheckContainer(DevContainer container)
    {
        if (container.Asks("image"))
        {
            yield return new Observation.Broken(
                "the devcontainer starts an image instead of building the Dockerfile", container.PlaceOf("image"), Help);
        }

        foreach (var property in container["build"]?.Members ?? [])
        {
            if (property is { Name: "args" or "options", Value: { Members.Length: > 0 } or { Items.Length: > 0 } })
            {
                yield return new Observation.Broken(
                    $"build.{property.Name} can replace what the Dockerfile fixes", container.At(property.Line), "Remove it.");
            }
        }
    }

    [GeneratedRegex("(^|,)from=(?<source>[^,]*)")]
    private static partial Regex MountSource();

    [GeneratedRegex(@"^mcr\.microsoft\.com/devcontainers/[a-z0-9._/-]+(:[A-Za-z0-9._-]+)?@sha256:[0-9a-f]{64}\z")]
    private static partial Regex OfficialByDigest();
}
