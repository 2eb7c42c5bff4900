using System.Collections.Immutable;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>Files that give root's powers to whoever runs them.</summary>
internal static class RootPowers
{
    private const int SetUserReadOnly = 0b100_110_100_100;

    public static readonly ImmutableArray<Check> Checks =
    [
        new("image-setuid", CheckSubject.Image, "No file of the image, in any layer, is setuid or setgid.", facts =>
            Subjects.Image(facts, image => CheckFiles(image, file => file.IsSetuidOrSetgid, "is setuid or setgid", "Clear the bits: chmod a-s.")))
        {
            Defects = [new Defect.InImage("a setuid file", PlantedFile.Plain("/planted") with { Mode = SetUserReadOnly })],
        },
        new("image-capabilities", CheckSubject.Image, "No file of the image, in any layer, has capabilities.", facts =>
            Subjects.Image(facts, image => CheckFiles(
                image, file => file.HasCapabilities, "has capabilities", "Remove them: setcap -r; a port above 1023 needs none.")))
        {
            Defects = [new Defect.InImage("a file with capabilities", PlantedFile.Plain("/planted") with { HasCapabilities = true })],
        },
    ];

    private static IEnumerable<Observation> CheckFiles(ImageFacts image, Func<ImageFile, bool> isOne, string what, string help) =>
        Subjects.HeldUnless(
            ShortList.Of(image.Files.Where(isOne).Select(file => new Observation.Broken($"{file.Path} {what}", file.Place, help))),
            () => $"image {image.Identity.Name}: none of {image.Files.Count()} entries of {image.Layers.Length} layers {what}");
}
