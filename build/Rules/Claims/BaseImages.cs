using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.1: everything begins with nothing, or with an official devcontainer image named by its digest.</summary>
internal static partial class BaseImages
{
    private const string Help = "Use one of the policy's bases as NAME:TAG@sha256:DIGEST, an earlier stage, or scratch.";
    private const string Unofficial = "docker.io/library/alpine:3.20";

    private static readonly string[] Copying = ["COPY", "ADD", "RUN"];

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "stage-base",
            CheckSubject.Tree,
            "Every stage starts from nothing, an earlier stage, or one of the policy's bases by digest, and takes files from no other image.",
            facts => Subjects.Stages(facts, stage => [CheckBase(facts.Policy.Bases, stage), .. CheckForeign(facts, stage)]))
        {
            Defects =
            [
                new Defect.InTree("a stage takes a file from another image", facts =>
                    TreeEdits.InLastStage(facts, $"COPY --from={Unofficial} /etc/passwd /etc/passwd")) { SeenToo = [MinimalAttackSurface.Copies] },
                new Defect.InTree("a stage starts from another image", facts =>
                    TreeEdits.InLastStage(facts, $"FROM {Unofficial} AS planted\nUSER 65532:65532")),
            ],
        },
        new(
            "devcontainer-base",
            CheckSubject.Tree,
            "The devcontainer builds a stage of the repository and can put no other image in the place of its base.",
            facts => Subjects.DevContainers(facts, CheckContainer))
        {
            Defects =
            [
                new Defect.InTree("build.args of the devcontainer replaces the base", facts =>
                    TreeEdits.InDevContainer(facts, "build.args", $$"""{"DEVCONTAINER_BASE": "{{Unofficial}}"}""")),
            ],
        },
    ];

    private static Observation CheckBase(ImmutableArray<string> bases, BuildStage stage)
    {
        var place = stage.At(stage.Stage.From);
        return stage.Image.Text switch
        {
            null => new Observation.Broken($"FROM {stage.Stage.BaseImage} cannot be resolved from the defaults of the Dockerfile", place, Help),
            _ when stage.Base is { } parent => new Observation.Held($"{place} stage {stage.Name} continues stage {parent.Name}"),
            "scratch" => new Observation.Held($"{place} stage {stage.Name} starts from scratch"),
            { } image when IsDeclared(bases, image) => new Observation.Held($"{place} stage {stage.Name} starts from {image}"),
            { } image =>
                new Observation.Broken($"stage {stage.Name} starts from {image}, none of the policy's bases named by digest", place, Help),
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
    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        FindReplacements(container), () => $"{container.Path}: builds a stage of the repository, without build arguments or options");

    private static IEnumerable<Observation> FindReplacements(DevContainer container)
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

    private static bool IsDeclared(ImmutableArray<string> bases, string image) =>
        ByDigest().Match(image) is { Success: true } named
            && bases.Any(pattern => Glob.Parse(pattern, GlobDialect.Paths)?.IsMatch(named.Groups["name"].Value) == true);

    [GeneratedRegex(@"^(?<name>[a-z0-9._/-]+(:[0-9]+/[a-z0-9._/-]+)?)(:[A-Za-z0-9._-]+)?@sha256:[0-9a-f]{64}\z")]
    private static partial Regex ByDigest();
}
