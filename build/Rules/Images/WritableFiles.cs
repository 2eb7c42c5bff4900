using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>What a container of the image may change of itself.</summary>
internal static class WritableFiles
{
    private const int ForAll = 0b110_110_110;

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-read-only",
            CheckSubject.Image,
            "The image runs with a read-only root: it has no volume, and no file or folder that belongs to its user.",
            facts => Subjects.Image(facts, CheckReadOnly))
        {
            Defects =
            [
                new Defect.InImage("a volume", image => new ImageEdit(image.Config with { Volumes = image.Config.Volumes.Add("/planted") }, [])),
                new Defect.InImage("a file of the image's own user", (_, image) => UserOf(image) is (> 0 and var user, _)
                    ? new ImageEdit(image.Config, [PlantedFile.Plain("/planted") with { Owner = user }])
                    : null),
            ],
        },
        new("image-world-writable", CheckSubject.Image, "No file is for all to write, and no folder without the sticky bit.", facts =>
            Subjects.Image(facts, CheckWorldWritable))
        {
            Defects = [new Defect.InImage("a file that all may write", PlantedFile.Plain("/planted") with { Mode = ForAll })],
        },
    ];

    private static IEnumerable<Observation> CheckReadOnly(ImageFacts image)
    {
        var (user, group) = UserOf(image);
        var own = user > 0
            ? image.View.Files.Where(file => file.IsWritableFor(user.Value, group)).Select(file => new Observation.Broken(
                $"{file.Path} can be changed by user {user}, as which the image runs", file.Place, "Copy it as root: without --chown."))
            : [];
        return Subjects.HeldUnless(
            [
                .. image.Config.Volumes.Select(volume => new Observation.Broken(
                    $"the image has the volume {volume}, which is writable whatever the root is",
                    Place.InConfig(image.Identity, "Volumes"),
                    "Remove VOLUME; who runs the image mounts what it needs.")),
                .. ShortList.Of(own),
            ],
            () => $"image {image.Identity.Name}: no volume, none of {image.View.Files.Count()} entries is for user {image.Config.User} to change");
    }

    private static IEnumerable<Observation> CheckWorldWritable(ImageFacts image) => Subjects.HeldUnless(
        ShortList.Of(image.View.Files.Where(file => file.IsWorldWritable).Select(file => new Observation.Broken(
            $"{file.Path} can be changed by every user", file.Place, "chmod o-w; a folder for all needs the sticky bit: chmod 1777."))),
        () => $"image {image.Identity.Name}: none among {image.View.Files.Count()} entries");

    /// <summary>Null for a name, which only the image's own files tell.</summary>
    private static (int? User, int? Group) UserOf(ImageFacts image) => image.Config.User.Split(':') switch
    {
        [var user] => (NumberOf(user), null),
        [var user, var group] => (NumberOf(user), NumberOf(group)),
        _ => (null, null),
    };

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
