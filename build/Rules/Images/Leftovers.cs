using System.Collections.Immutable;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>What a build leaves behind, in any layer: a file that a later layer deletes is still in the image.</summary>
internal static class Leftovers
{
    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-leftovers",
            CheckSubject.Image,
            "No layer holds package lists, caches, temporary files, logs, version control, backups, build artefacts or histories of shells.",
            facts => Subjects.Image(facts, CheckImage))
        {
            Defects =
            [
                new Defect.InImage("lists of packages", PlantedFile.Plain("/var/lib/apt/lists/planted_Packages")),
                new Defect.InImage("a temporary file", PlantedFile.Plain("/tmp/planted")),
                new Defect.InImage("version control", PlantedFile.Plain("/planted/.git/HEAD")),
                new Defect.InImage("an editor's backup", PlantedFile.Plain("/planted.txt~")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckImage(ImageFacts image) => Subjects.HeldUnless(
        ShortList.Of(
            from file in image.Files
            where file.Kind is LayerEntryKind.File or LayerEntryKind.HardLink
            let kind = LeftoverNames.FindKind(file.Path, file.Size)
            where kind is not null
            select new Observation.Broken(
                $"{file.Path} is left over: {kind}", file.Place, "Remove it in the RUN that makes it, or do not copy it: .dockerignore.")),
        () => $"image {image.Identity.Name}: none among {image.Files.Count()} entries of {image.Layers.Length} layers");
}
