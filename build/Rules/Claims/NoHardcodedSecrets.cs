using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Claims;

/// <summary>SM-2.2: no secret by shape or by name in the image, the Dockerfiles, the devcontainer and the tree. Values are never shown.</summary>
internal static class NoHardcodedSecrets
{
    private const string Unguessable = "uB7!kq0Zr4vPx";

    /// <summary>A private key by its first and last line; put together here, so that no file of the repository holds one.</summary>
    private static readonly string PlantedKey =
        $"-----BEGIN {"PRIVATE"} KEY-----\n{string.Concat(Enumerable.Repeat("MC4CAQAwBQYDK2VwBCIEIJk3", 3))}\n-----END {"PRIVATE"} KEY-----\n";

    public static readonly ImmutableArray<Check> Checks =
    [
        new("image-secrets", CheckSubject.Image, "No variable, label, history entry or layer of the image holds a secret.", facts =>
            Subjects.Image(facts, CheckImage))
        {
            Defects =
            [
                new Defect.InImage("a private key in a file", image =>
                    ImageEdit.WithFile(image, "/etc/planted.txt", Encoding.ASCII.GetBytes(PlantedKey), BuildFile.PlainMode)),
                new Defect.InImage("a password in a variable", image =>
                    new ImageEdit(image.Config with { Environment = image.Config.Environment.Add($"DATABASE_PASSWORD={Unguessable}") }, [])),
            ],
        },
        new("tree-secrets", CheckSubject.Tree, "No stage, devcontainer or file of the repository holds a secret.", facts =>
            [.. Subjects.Stages(facts, CheckStage), .. facts.DevContainers.SelectMany(CheckContainer), .. CheckTree(facts)])
        {
            Defects = [new Defect.InTree("a private key in a file", _ => new FileEdit("planted/notes.txt", _ => PlantedKey))],
        },
    ];

    private static IEnumerable<Observation> CheckImage(ImageFacts image)
    {
        var config = image.Config;
        return Subjects.HeldUnless(
            [
                .. image.Secrets.Select(secret => Broken($"a layer holds a secret: {secret.Kind}", secret.Place)),
                .. config.Environment
                    .Select(Split)
                    .SelectMany(pair => CheckValue("the image's variable", pair.Name, pair.Value, At($"Env/{pair.Name}"))),
                .. config.Labels.SelectMany(label => CheckValue("the image's label", label.Key, label.Value, At($"Labels/{label.Key}"))),
                .. config.History.SelectMany((entry, index) => Kinds(entry.CreatedBy)
                    .Select(kind => Broken($"the image's history holds a secret: {kind}", At($"history/{index}")))),
            ],
            () => $"image {image.Identity.Name}: none in {config.Environment.Length} variables, {config.Labels.Count} labels, "
                + $"{config.History.Length} history entries and {image.Files.Count()} entries of {image.Layers.Length} layers ({image.Bytes} bytes)");

        Place At(string part) => Place.InConfig(image.Identity, part);
    }

    private static IEnumerable<Observation> CheckStage(BuildStage stage) => Subjects.HeldUnless(
        stage.Named.SelectMany(variable => CheckVariable(stage, variable)),
        () => $"{stage.File}: none in {stage.Named.Count()} variables and labels of stage {stage.Name}");

    private static IEnumerable<Observation> CheckVariable(BuildStage stage, StepVariable variable)
    {
        var (keyword, place) = (variable.Instruction.Keyword, stage.At(variable.Instruction));
        return keyword == "ARG" && variable.Value is null && SecretVariables.IsSecret(variable.Name)
            ? [Broken($"ARG {variable.Name} in stage {stage.Name} takes a secret into the image's history", place)]
            : CheckValue($"in stage {stage.Name}, {keyword}", variable.Name, variable.Value, place);
    }

    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        from entry in container.Environment
        from kind in Kinds(entry.Value ?? "")
        select Broken($"{entry.Name} in {entry.Source} holds a secret: {kind}", entry.Place),
        () => $"{container.Path}: none in {container.Environment.Length} variables");

    private static IEnumerable<Observation> CheckTree(PolicyFacts facts) => Subjects.HeldUnless(
        [
            .. facts.Secrets.Select(secret => Broken($"the file holds a secret: {secret.Kind}", secret.Place)),
            .. facts.UnreadFiles.Select(path => new Observation.Unseen($"{path} could not be read; give this user the right to")),
        ],
        () => $"none in {facts.Files.Length} files of the repository");

    private static IEnumerable<Observation.Broken> CheckValue(string what, string name, string? value, Place place) =>
        string.IsNullOrEmpty(value) ? []
        : Kinds(value) is { Count: > 0 } kinds ? kinds.Select(kind => Broken($"{what} {name} holds a secret: {kind}", place))
        : SecretVariables.IsSecret(name) && SecretValue.Judge(value) > SecretWorth.Nothing
            ? [Broken($"{what} {name} has the name of a secret and a value", place)]
        : [];

    private static List<string> Kinds(string text) =>
        [.. SecretText.Find(text, SecretScope.Commands).Where(hit => hit.Severity > Severity.Low).Select(hit => hit.Rule.Title).Distinct()];

    private static (string Name, string? Value) Split(string variable) =>
        variable.Split('=', 2) is [var name, var value] ? (name, value) : (variable, null);

    private static Observation.Broken Broken(string message, Place place) =>
        new(message, place, "Remove it, change the secret, and give it to the container when it starts.") { Severity = Severity.Critical };
}
