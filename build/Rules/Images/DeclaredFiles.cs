using System.Collections.Immutable;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>The image holds exactly the files that the policy names, in all layers; the folders on the way to them need no name.</summary>
internal static class DeclaredFiles
{
    public static readonly ImmutableArray<Check> Checks =
    [
        new("image-files", CheckSubject.Image, "Every file of every layer is named by a glob of the policy, and every glob names one.", facts =>
            PolicyParts.Image<ImmutableArray<string>>(facts, "files", policy => policy.Files, CheckImage))
        {
            SeesAllAdditions = true,
            Defects = [new Defect.InImage("a file that nobody declares", PlantedFile.Plain("/planted/undeclared"))],
        },
    ];

    private static IEnumerable<Observation> CheckImage(ImmutableArray<string> globs, ImageFacts image)
    {
        var names = globs.Where(glob => !Glob.HasWildcard(glob)).ToHashSet(StringComparer.Ordinal);
        var patterns = globs.Where(Glob.HasWildcard).Select(glob => (Glob: glob, Pattern: Glob.Parse(glob, GlobDialect.Paths)!)).ToList();
        var (used, folders) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal) { "/" });
        foreach (var file in image.Files.Where(IsContent))
        {
            if (Match(file.Path) is { } glob)
            {
                used.Add(glob);
                AddFolders(folders, file.Path);
            }
        }

        return Subjects.HeldUnless(
            [
                .. ShortList.Of(image.Files.Where(IsUndeclared).Select(file => new Observation.Broken(
                    $"{file.Path} is in the image, and nothing declares it", file.Place, "Leave it out, or name it in the policy (image.files)."))),
                .. globs.Where(glob => !used.Contains(glob)).Select(glob => new Observation.Broken(
                    $"the policy declares {glob}, and the image holds nothing of that name",
                    Place.InConfig(image.Identity, "rootfs"),
                    "Remove it from image.files, or find out why it is missing.")),
            ],
            () => $"image {image.Identity.Name}: {image.Files.Count(IsContent)} files in {image.Layers.Length} layers, all declared");

        bool IsUndeclared(ImageFile file) => file.Kind switch
        {
            LayerEntryKind.Whiteout or LayerEntryKind.OpaqueWhiteout => false,
            LayerEntryKind.Directory => !folders.Contains(file.Path) && Match(file.Path) is null,
            _ => Match(file.Path) is null,
        };

        // Every glob that names a file is used by it: two that overlap both name something.
        string? Match(string path)
        {
            string? first = names.Contains(path) ? path : null;
            foreach (var (glob, pattern) in patterns)
            {
                if ((first is null || !used.Contains(glob)) && pattern.IsMatch(path))
                {
                    used.Add(glob);
                    first ??= glob;
                }
            }

            return first;
        }
    }

    private static bool IsContent(ImageFile file) =>
        file.Kind is not (LayerEntryKind.Directory or LayerEntryKind.Whiteout or LayerEntryKind.OpaqueWhiteout);

    private static void AddFolders(HashSet<string> folders, string path)
    {
        for (var folder = ImagePath.Parent(path); folders.Add(folder);)
            folder = ImagePath.Parent(folder);
    }
}
