using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>How large the image may be, with all its layers.</summary>
internal static class ImageBudget
{
    public static readonly ImmutableArray<Check> Checks =
    [
        new("image-size", CheckSubject.Image, "The layers, unpacked, have no more bytes than the policy allows.", facts =>
            PolicyParts.Image<ImageSize>(facts, "size", policy => policy.Size, CheckSize))
        {
            SeesAllAdditions = true,
            Defects =
            [
                new Defect.InImage("a file that is too large", (policy, image) =>
                    policy.Size is { } size
                        ? new ImageEdit(
                            image.Config, [PlantedFile.Plain("/planted") with { ClaimedSize = Math.Max(0, size.Bytes - image.Bytes) + 1 }])
                        : null),
            ],
        },
        new("image-entries", CheckSubject.Image, "The layers have no more files, folders and links than the policy allows.", facts =>
            PolicyParts.Image<int>(facts, "entries", policy => policy.Entries, CheckEntries))
        {
            SeesAllAdditions = true,
            Defects =
            [
                new Defect.InImage("too many files", (policy, image) => policy.Entries is { } most
                    ? new ImageEdit(
                        image.Config,
                        [.. Enumerable.Range(0, Math.Max(0, most - image.Files.Count()) + 1).Select(index => PlantedFile.Plain($"/planted/{index}"))])
                    : null),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckSize(ImageSize size, ImageFacts image) =>
        [image.Bytes <= size.Bytes
            ? new Observation.Held($"image {image.Identity.Name}: {image.Bytes} of {size}")
            : new Observation.Broken(
                $"image {image.Identity.Name} has {image.Bytes} bytes, {image.Bytes - size.Bytes} more than image.size allows{LargestOf(image)}",
                Place.InConfig(image.Identity, "rootfs"),
                "Leave out what is not needed, or raise image.size.")];

    private static string LargestOf(ImageFacts image) =>
        image.Files.MaxBy(file => file.Size) is { Size: > 0 } largest ? $"; the largest file is {largest.Path} with {largest.Size}" : "";

    private static IEnumerable<Observation> CheckEntries(int most, ImageFacts image)
    {
        var count = image.Files.Count();
        return
        [
            count <= most
                ? new Observation.Held($"image {image.Identity.Name}: {count} of {most} entries")
                : new Observation.Broken(
                    $"image {image.Identity.Name} has {count} entries, more than the {most} of image.entries",
                    Place.InConfig(image.Identity, "rootfs"),
                    "Leave out what is not needed, or raise image.entries."),
        ];
    }
}
