using System.Collections.Immutable;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>One program, and nothing beside it that could be run.</summary>
internal static class SinglePrograms
{
    public const string Id = "image-programs";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(Id, CheckSubject.Image, "The image holds one program, the one that it starts; no other executable, no library.", facts =>
            Subjects.Image(facts, CheckImage))
        {
            Defects = [new Defect.InImage("a program beside the one that is started", PlantedFile.Program("/usr/bin/planted"))],
        },
    ];

    private static IEnumerable<Observation> CheckImage(ImageFacts image)
    {
        var entry = EntryPoint.Find(image);
        var others = image.Files
            .Where(file => file.Path != entry?.Path && (file.IsExecutable || file.Program is not null || file.Damage is not null));
        return Subjects.HeldUnless(
            ShortList.Of(others.Select(file => new Observation.Broken(
                $"{file.Path} is a program beside {entry?.Path ?? "the one that the image starts"}", file.Place, "Leave it out of the image."))),
            () => $"image {image.Identity.Name}: {entry?.Path} is the only program among {image.Files.Count()} entries");
    }
}
