using System.Collections.Immutable;
using System.Security.Cryptography;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Comparing;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Packaging.Sysroots;

namespace ContainerSecurity.Packaging.Rebuilding;

/// <summary>Compares what two builders made of the same sources, bit for bit: the binary and the image.</summary>
internal static class BuildComparison
{
    /// <param name="ours">Where the results lie that are to be reproduced.</param>
    /// <param name="theirs">Where the other builder's lie.</param>
    /// <param name="builder">Who made <paramref name="theirs"/>, for reports.</param>
    /// <exception cref="InputException">One of them has no binary or no image.</exception>
    public static Reproduction Compare(BuildPaths ours, BuildPaths theirs, string rid, string builder)
    {
        var (binary, image) = (ReadBinary(ours, rid), OpenImage(ours, rid));
        var (otherBinary, otherImage) = (ReadBinary(theirs, rid), OpenImage(theirs, rid));
        return new Reproduction(
            builder,
            new BuiltSubject(rid, Sha256(binary), image.Identity.Digest!),
            [
                .. BinaryComparison.Compare(Path.GetFileName(ours.Binary(rid)), binary, otherBinary),
                .. image.Identity.Digest == otherImage.Identity.Digest ? [] : DescribeImages(image, otherImage),
            ]);
    }

    public static string Sha256(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    private static ImmutableArray<string> DescribeImages(ContainerImage ours, ContainerImage theirs) =>
        ImageComparison.Compare(ours, theirs) is { IsEmpty: false } differences
            ? [.. differences.Select(difference => $"image: {difference}")]
            : [$"image: {ours.Identity.Digest} here, {theirs.Identity.Digest} there, in times or order of entries alone"];

    private static byte[] ReadBinary(BuildPaths paths, string rid) => File.Exists(paths.Binary(rid))
        ? File.ReadAllBytes(paths.Binary(rid))
        : throw new InputException($"{paths.Binary(rid)} does not exist. Give the folder of a build: --against=DIR, where --target=Image wrote.");

    private static ContainerImage OpenImage(BuildPaths paths, string rid)
    {
        if (!Directory.Exists(paths.Image))
            throw new InputException($"{paths.Image} does not exist. Give the folder of a build: --against=DIR, where --target=Image wrote.");
        var platform = $"linux/{RidNames.Debian(rid)}";
        return ImageReader.Open(paths.Image, Path.Combine(paths.Output, "input")).Images.FirstOrDefault(image => image.Identity.Platform == platform)
            ?? throw new InputException($"{paths.Image} holds no image for {platform}. Build it there too: --target=Image --rid={rid}.");
    }
}
