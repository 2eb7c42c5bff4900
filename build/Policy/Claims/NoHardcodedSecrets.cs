using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Policy.Contents;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Secrets;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>SM-2.2: no secret by shape or by name in the image, the Dockerfiles, the devcontainer and the tree. Values are never shown.</summary>
internal static class NoHardcodedSecrets
{
    public static readonly Claim Claim = new("SM-2.2", "No Hardcoded Secrets", facts =>
    [
        .. Subjects.Image(facts, image => CheckImage(image)),
        .. Subjects.Stages(facts, CheckStage),
        .. facts.DevContainers.SelectMany(CheckContainer),
        .. CheckTree(facts),
    ]);

    private static IEnumerable<Observation> CheckImage(ImageFacts image) => Subjects.HeldUnless(
        [
            .. image.Secrets.Select(secret => Broken($"a layer holds a secret: {secret.Kind}", secret.Place)),
            .. image.Config.Environment.Select(Split).SelectMany(variable => CheckVariable($"the image's environment: {variable.Name}", variable.Name, variable.Value, Place.ImageConfig)),
            .. image.Config.Labels.SelectMany(label => CheckVariable($"the image's label {label.Key}", label.Key, label.Value, Place.ImageConfig)),
            .. image.Config.History.SelectMany(entry => Shapes(entry.CreatedBy).Select(kind => Broken($"the image's history holds a secret: {kind}", Place.ImageConfig))),
        ],
        () => $"image {image.Identity.Name}: none in {image.Config.Environment.Length} variables, {image.Config.Labels.Count} labels, {image.Config.History.Length} history entries and {image.Files.Count()} files of {image.Layers.Length} layers ({image.Bytes} bytes)");

    private static IEnumerable<Observation> CheckStage(StageFacts stage) =>
        stage.Variables.SelectMany(variable => variable.Keyword == "ARG" && variable.Value is null && SecretVariables.IsSecret(variable.Name)
            ? [Broken($"ARG {variable.Name} in stage {stage.Name} takes a secret into the image's history", variable.Place)]
            : CheckVariable($"{variable.Keyword} {variable.Name} in stage {stage.Name}", variable.Name, variable.Value, variable.Place));

    private static IEnumerable<Observation> CheckContainer(DevContainer container) =>
        container.Environment.SelectMany(entry => Shapes(entry.Value ?? "").Select(kind => Broken($"{entry.Name} in {entry.Source} holds a secret: {kind}", entry.Place)));

    private static IEnumerable<Observation> CheckTree(PolicyFacts facts) => Subjects.HeldUnless(
        facts.Tree.Secrets.Select(secret => Broken($"the file holds a secret: {secret.Kind}", secret.Place)),
        () => $"none in {facts.Tree.Files.Length} files of the repository");

    private static IEnumerable<Observation.Broken> CheckVariable(string what, string name, string? value, Place place) =>
        string.IsNullOrEmpty(value) ? []
        : Shapes(value) is { Count: > 0 } kinds ? kinds.Select(kind => Broken($"{what} holds a secret: {kind}", place))
        : SecretVariables.IsSecret(name) ? [Broken($"{what} has the name of a secret and a value", place)]
        : [];

    private static List<string> Shapes(string text) => [.. SecretText.Find(text).Select(hit => hit.Rule.Title).Distinct()];

    private static (string Name, string? Value) Split(string variable) => variable.Split('=', 2) is [var name, var value] ? (name, value) : (variable, null);

    private static Observation.Broken Broken(string message, Place place) => new(message, place)
    {
        Severity = Severity.Critical,
        Help = "Remove it, change the secret, and give it to the container when it starts.",
    };
}
