using System.Collections.Immutable;
using ContainerSecurity.Formats.InToto;

namespace ContainerSecurity.Releasing;

/// <summary>What the statements of a release hold for: binaries, bills of materials, images, and the index that names the images.</summary>
internal static class ReleaseSubjects
{
    public const string Index = "image-index";

    /// <param name="index">Digest of the index, <c>sha256:…</c>.</param>
    /// <param name="digestOf">SHA-256 of a file of the release, hexadecimal.</param>
    public static ImmutableArray<ResourceDescriptor> Create(
        ReleaseNames names, string index, IReadOnlyCollection<ReleasedImage> images, Func<string, string> digestOf) =>
    [
        .. from image in images
           from file in (string[])[names.Binary(image.Rid), names.CycloneDx(image.Rid), names.Spdx(image.Rid)]
           select ResourceDescriptor.Create(file, digestOf(file)),
        ResourceDescriptor.Create(names.ImageArchive, digestOf(names.ImageArchive)),
        ResourceDescriptor.Create(Index, index),
        .. images.Select(image => ResourceDescriptor.Create($"image-{image.Rid}", image.Digest)),
    ];
}
