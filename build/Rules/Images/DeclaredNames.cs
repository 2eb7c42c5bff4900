using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>The image has exactly the labels and variables that the policy names.</summary>
internal static class DeclaredNames
{
    private const string Labels = "Labels";

    public static readonly ImmutableArray<Check> Checks =
    [
        new("image-labels", CheckSubject.Image, "The image has exactly the policy's labels, each with a value.", facts =>
            PolicyParts.Image(facts, "labels", policy => policy.Labels, (declared, image) =>
                Compare(image, "label", Labels, declared, image.Config.Labels)))
        {
            SeesAllAdditions = true,
            Defects =
            [
                new Defect.InImage("a label that nobody declares", image =>
                    new ImageEdit(image.Config with { Labels = image.Config.Labels.SetItem("planted", "1") }, [])),
                new Defect.InImage("a declared label is missing", (policy, image) =>
                    policy.Labels?.FirstOrDefault(image.Config.Labels.ContainsKey) is { } label
                        ? new ImageEdit(image.Config with { Labels = image.Config.Labels.Remove(label) }, [])
                        : null),
            ],
        },
        new("image-environment", CheckSubject.Image, "The image sets exactly the policy's variables.", facts =>
            PolicyParts.Image(facts, "environment", policy => policy.Environment, (declared, image) =>
                Compare(image, "variable", "Env", declared, VariablesOf(image.Config))))
        {
            SeesAllAdditions = true,
            Defects =
            [
                new Defect.InImage("a variable that nobody declares", image =>
                    new ImageEdit(image.Config with { Environment = image.Config.Environment.Add("PLANTED=1") }, [])),
            ],
        },
    ];

    private static ImmutableDictionary<string, string> VariablesOf(ImageConfig config) => ImmutableDictionary.CreateRange(
        config.Environment.Select(variable => variable.Split('=', 2)).DistinctBy(pair => pair[0])
            .Select(pair => KeyValuePair.Create(pair[0], pair.ElementAtOrDefault(1) ?? "")));

    private static IEnumerable<Observation> Compare(
        ImageFacts image, string what, string part, ImmutableSortedSet<string> declared, IImmutableDictionary<string, string> present)
    {
        return Subjects.HeldUnless(
            [
                .. ShortList.Of(present.Keys.Where(name => !declared.Contains(name)).Order(StringComparer.Ordinal).Select(name =>
                    Broken($"the image has the {what} {name}, which the policy does not name", name))),
                .. declared.Where(name => !present.ContainsKey(name)).Select(name =>
                    Broken($"the image lacks the {what} {name} of the policy", name)),
                .. declared.Where(name => part == Labels && present.TryGetValue(name, out var value) && string.IsNullOrWhiteSpace(value))
                    .Select(name => Broken($"the image's {what} {name} has no value", name)),
            ],
            () => $"image {image.Identity.Name}: {(declared.IsEmpty ? "none" : string.Join(", ", declared))}");

        Observation.Broken Broken(string message, string name) => new(
            message,
            Place.InConfig(image.Identity, $"{part}/{name}"),
            $"Change the image, or name the {what} in the policy (image.{(part == Labels ? "labels" : "environment")}).");
    }
}
