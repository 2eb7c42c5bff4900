using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>
/// The image stands on the base that the policy names: its layers, by digest, are the lowest of the image. From nothing (<c>scratch</c>) means that
/// the history explains every layer by a COPY or ADD of the image's own.
/// </summary>
internal static class ImageBase
{
    private const string Help = "Build it on the base of the policy (image.base), or name the base that it really has.";
    private const string ImportedRoot = "/bin/sh -c #(nop) ADD file:planted in / ";
    private const string NoOperation = "#(nop)";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-base",
            CheckSubject.Image,
            "The lowest layers of the image are those of the policy's base, unchanged; from scratch there are none.",
            facts => PolicyParts.Image(facts, "base", policy => policy.Base, (basis, image) =>
                basis.Image is null ? CheckScratch(image) : [CheckLayers(basis, image)]))
        {
            Defects =
            [
                new Defect.InImage("another base below", image => new ImageEdit(
                    image.Config with { History = image.Config.History.Insert(0, new HistoryEntry(ImportedRoot, false)) },
                    [PlantedFile.Plain("/planted")])
                {
                    IsBelow = true,
                }),
            ],
        },
    ];

    private static Observation CheckLayers(ImageBasePolicy basis, ImageFacts image)
    {
        for (var index = 0; index < basis.Layers.Length; index++)
        {
            var actual = index < image.Layers.Length ? image.Layers[index].DiffId : null;
            if (actual != basis.Layers[index])
            {
                return new Observation.Broken(
                    $"layer {index + 1} of the image is {actual ?? "missing"}, that of its base {basis.Image} is {basis.Layers[index]}",
                    Place.InConfig(image.Identity, "rootfs"),
                    Help);
            }
        }

        return new Observation.Held(
            $"image {image.Identity.Name}: its lowest {basis.Layers.Length} of {image.Layers.Length} layers are those of {basis.Image}");
    }

    private static IEnumerable<Observation> CheckScratch(ImageFacts image)
    {
        var made = image.Config.History.Index().Where(entry => !entry.Item.EmptyLayer).ToList();
        return made.Count != image.Layers.Length
            ? [new Observation.Unseen($"the history explains {made.Count} of {image.Layers.Length} layers, so nothing shows that it is from scratch")]
            : Subjects.HeldUnless(
                from entry in made
                where !IsOwnCopy(entry.Item.CreatedBy)
                select new Observation.Broken(
                    $"a layer of the image is not copied from the build: “{Shorten(entry.Item.CreatedBy)}”",
                    Place.InConfig(image.Identity, $"history/{entry.Index}"),
                    Help),
                () => $"image {image.Identity.Name}: each of {image.Layers.Length} layers is a COPY or ADD of its own, on nothing");
    }

    /// <summary>Docker's older builder writes <c>/bin/sh -c #(nop) COPY dir:… in /</c>; bases begin with an ADD of an archive to the root.</summary>
    private static bool IsOwnCopy(string createdBy)
    {
        var mark = createdBy.IndexOf(NoOperation, StringComparison.Ordinal);
        var text = (mark < 0 ? createdBy : createdBy[(mark + NoOperation.Length)..]).Trim();
        return text.StartsWith("COPY ", StringComparison.Ordinal)
            || text.StartsWith("WORKDIR ", StringComparison.Ordinal)
            || (text.StartsWith("ADD ", StringComparison.Ordinal) && !IsToRoot(text));
    }

    private static bool IsToRoot(string add) => add.Split('#')[0].TrimEnd() is var text && text.EndsWith(" /", StringComparison.Ordinal);

    private static string Shorten(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}
