using System.Text.RegularExpressions;
using ContainerSecurity.Dockerfiles;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>CT-1.1: everything begins with nothing, or with an official devcontainer image named by its digest.</summary>
internal static partial class BaseImages
{
    private const string Scratch = "scratch";

    public static readonly Claim Claim = new("CT-1.1", "Base Images", facts =>
        [.. Subjects.Stages(facts, stage => [CheckBase(stage), .. CheckForeign(facts, stage)]), .. Subjects.DevContainers(facts, CheckContainer)]);

    private static Observation CheckBase(StageFacts stage) => stage.BaseImage switch
    {
        null => Broken($"FROM {stage.Stage.BaseImage} cannot be resolved from the defaults of the Dockerfile", stage.At(stage.Stage.From)),
        _ when stage.Parent is { } parent => new Observation.Held($"{stage.File}:{stage.Stage.From.Line} stage {stage.Name} continues stage {parent.Name}"),
        Scratch => new Observation.Held($"{stage.File}:{stage.Stage.From.Line} stage {stage.Name} starts from scratch"),
        { } image when OfficialByDigest().IsMatch(image) => new Observation.Held($"{stage.File}:{stage.Stage.From.Line} stage {stage.Name} is {image}"),
        { } image when image.Contains('@') => Broken($"stage {stage.Name} is built on {image}, which is no official devcontainer image", stage.At(stage.Stage.From)),
        { } image => Broken($"stage {stage.Name} is built on {image}, which is not an official devcontainer image named by digest", stage.At(stage.Stage.From)),
    };

    /// <summary>Files of other images come in by COPY --from and RUN --mount too.</summary>
    private static IEnumerable<Observation> CheckForeign(PolicyFacts facts, StageFacts stage) =>
        from instruction in stage.All("COPY").Concat(stage.All("ADD")).Concat(stage.All("RUN"))
        from source in SourcesOf(instruction)
        where !facts.Stages.Any(other => other.File == stage.File && other.Stage.Index < stage.Stage.Index && IsNamed(other, source))
        select Broken($"{instruction.Keyword} in stage {stage.Name} takes files from {source}, which is no earlier stage", stage.At(instruction));

    private static IEnumerable<string> SourcesOf(Instruction instruction) => instruction.Flags
        .Where(flag => flag.Value is not null)
        .SelectMany(flag => flag.Name switch
        {
            "from" => [flag.Value!],
            "mount" => flag.Value!.Split(',').Where(option => option.StartsWith("from=", StringComparison.Ordinal)).Select(option => option["from=".Length..]),
            _ => Enumerable.Empty<string>(),
        });

    private static bool IsNamed(StageFacts stage, string source) =>
        string.Equals(stage.Stage.Name, source, StringComparison.OrdinalIgnoreCase) || source == stage.Stage.Index.ToString();

    /// <summary>Build arguments could put another image in the place of the one that the Dockerfile fixes.</summary>
    private static IEnumerable<Observation> CheckContainer(DevContainer container)
    {
        if (container.Asks("image"))
            yield return Broken("the devcontainer starts an image instead of building the Dockerfile", container.PlaceOf("image"));
        foreach (var property in container["build"]?.Members ?? [])
        {
            if (property is { Name: "args" or "options", Value: { Members.Length: > 0 } or { Items.Length: > 0 } })
                yield return Broken($"build.{property.Name} can replace what the Dockerfile fixes", container.At(property.Line));
        }
    }

    private static Observation.Broken Broken(string message, Place place) => new(message, place)
    {
        Help = "Use mcr.microsoft.com/devcontainers/NAME:TAG@sha256:DIGEST, an earlier stage, or scratch.",
    };

    [GeneratedRegex(@"^mcr\.microsoft\.com/devcontainers/[a-z0-9._/-]+(:[A-Za-z0-9._-]+)?@sha256:[0-9a-f]{64}$")]
    private static partial Regex OfficialByDigest();
}
