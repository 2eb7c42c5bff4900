using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Images;
using ContainerSecurity.Packaging;

namespace ContainerSecurity.Releasing;

/// <summary>The image of one platform, and what it holds of the release.</summary>
/// <param name="Rid">The platform of .NET: <c>linux-x64</c>.</param>
/// <param name="Digest">Of its manifest, <c>sha256:…</c>.</param>
/// <param name="Program">SHA-256 of the program that it starts, hexadecimal.</param>
/// <param name="Sbom">Its bill of materials as it lies inside (CycloneDX), and <paramref name="Document"/> the same, read.</param>
/// <param name="Version">As its label says.</param>
internal sealed record ReleasedImage(string Rid, string Digest, string Program, byte[] Sbom, SbomDocument Document, string? Version)
{
    private const string VersionLabel = "org.opencontainers.image.version";

    /// <summary>What writes the SPDX form; another number when it writes it another way.</summary>
    private const string Creator = "claude-code-proxy-container-security-suite-1";

    /// <exception cref="InputException">It is of no platform that is released, or lacks program or bill of materials.</exception>
    public static ReleasedImage Read(ContainerImage image, CancellationToken cancellation)
    {
        var inside = ImageDescription.Read(image, cancellation);
        var platform = image.Identity.Platform;
        var sbom = inside.Sbom ?? throw new InputException($"The image for {platform} holds no bill of materials.");
        return new ReleasedImage(
            RidOf(platform),
            image.Identity.Digest ?? throw new InputException($"The image for {platform} has no manifest."),
            inside.ProgramDigest ?? throw new InputException($"The image for {platform} starts no program."),
            sbom,
            CycloneDxReader.Read(sbom, $"the bill of materials in the image for {platform}"),
            image.Config.Labels.GetValueOrDefault(VersionLabel));
    }

    /// <summary>The same bill of materials in the other form.</summary>
    public byte[] ToSpdx() => SpdxWriter.Write(Document, Creator);

    private static string RidOf(string platform) => platform switch
    {
        "linux/amd64" => "linux-x64",
        "linux/arm64" => "linux-arm64",
        _ => throw new InputException($"An image is for {platform}, which no release is made for."),
    };
}
