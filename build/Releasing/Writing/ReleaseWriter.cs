using System.Collections.Immutable;
using System.Security.Cryptography;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Packaging;
using ContainerSecurity.Releasing.Signing;
using ContainerSecurity.Releasing.Statements;
using ContainerSecurity.Reports;

namespace ContainerSecurity.Releasing.Writing;

/// <summary>Writes a release into a folder: what is released, what describes it, and what is said of it.</summary>
/// <param name="paths">Where the build's results lie.</param>
/// <param name="key">Null for a release that nobody signs.</param>
internal sealed class ReleaseWriter(BuildPaths paths, SigningKey? key)
{
    /// <summary>Files of the repository that gates are set up with, besides the policy.</summary>
    private static readonly ImmutableArray<string> Settings = ["SECURITY.md", "hadolint.yaml", "tools.lock.json", "trivy.yaml"];

    /// <summary>Replaces the folder as a whole; a failure leaves none.</summary>
    /// <param name="images">One for each platform.</param>
    /// <param name="commit">When the commit was made.</param>
    /// <exception cref="InputException">An image has no bill of materials, or is of no platform that is released.</exception>
    public void Write(
        ScanReport report, ImmutableArray<ContainerImage> images, ReleaseSource source, DateTimeOffset commit, CancellationToken cancellation)
    {
        var names = new ReleaseNames(source.Version);
        AtomicOutput.Folder(paths.Release, draft =>
        {
            ImmutableArray<ReleasedImage> released = [.. images.Select(image => ReleasedImage.Read(image, cancellation))];
            foreach (var image in released)
                WritePlatform(draft, names, image);
            var index = WriteArchive(Path.Combine(draft, names.ImageArchive));
            WriteFeature(draft, source, [.. released.Select(image => names.Binary(image.Rid))]);
            File.Copy(paths.Policy, Path.Combine(draft, ReleaseNames.Policy));
            ReportFiles.Write(report, draft);
            WriteStatements(draft, new ReleaseFacts
            {
                Source = source,
                Rids = [.. released.Select(image => image.Rid)],
                Subjects = ReleaseSubjects.Create(names, index, released, file => DigestOf(Path.Combine(draft, file))),
                Policy = SourceFile(source, "build/policy.yaml"),
                Configuration = [.. Settings.Select(file => SourceFile(source, file))],
                Dependencies = [.. BuildDependencies.Of(released.Select(image => image.Document))],
                Record = ResourceDescriptor.Create(ReleaseNames.Record, DigestOf(Path.Combine(draft, ReleaseNames.Record))),
                Report = report,
                Validity = Validity.Of(report, commit),
            });
            File.WriteAllText(Path.Combine(draft, ReleaseNames.Guide), VerificationGuide.Write(names, key?.Id));
            WriteChecksums(draft);
        });
    }

    private void WritePlatform(string draft, ReleaseNames names, ReleasedImage image)
    {
        File.Copy(paths.Binary(image.Rid), Path.Combine(draft, names.Binary(image.Rid)));
        File.WriteAllBytes(Path.Combine(draft, names.CycloneDx(image.Rid)), image.Sbom);
        File.WriteAllBytes(Path.Combine(draft, names.Spdx(image.Rid)), image.ToSpdx());
    }

    private void WriteFeature(string draft, ReleaseSource source, ImmutableArray<string> binaries)
    {
        var digests = binaries.Select(name => KeyValuePair.Create(name, DigestOf(Path.Combine(draft, name))));
        var published = source.Repository is { } repository ? new Uri($"{repository}/releases/download/v{source.Version}/") : null;
        File.WriteAllBytes(Path.Combine(draft, ReleaseNames.Feature), FeatureArchive.Write(paths.Feature, source.Version, digests, published));
    }

    private string WriteArchive(string path)
    {
        using var archive = File.Create(path);
        return OciArchiveWriter.Write(paths.Image, archive);
    }

    private void WriteStatements(string draft, ReleaseFacts facts)
    {
        var statements = ReleaseStatements.Create(facts);
        AttestationInputs.Write(statements, paths.Attest);
        foreach (var (name, statement) in statements)
        {
            var unsigned = new DsseEnvelope(DsseEnvelope.InToto, [.. statement.Write()], []);
            var envelope = key is null
                ? unsigned
                : unsigned with { Signatures = [new DsseSignature(KeyId: null, [.. key.Sign(unsigned.ToSigned())])] };
            File.WriteAllBytes(Path.Combine(draft, name), envelope.Write());
        }
    }

    private void WriteChecksums(string draft)
    {
        var digests = Directory.EnumerateFiles(draft).Select(file => KeyValuePair.Create(Path.GetFileName(file), DigestOf(file))).ToList();
        var list = ChecksumList.Write(digests);
        File.WriteAllBytes(Path.Combine(draft, ReleaseNames.Checksums), list);
        if (key is not null)
            File.WriteAllBytes(Path.Combine(draft, ReleaseNames.Signature), key.Sign(list));
    }

    private ResourceDescriptor SourceFile(ReleaseSource source, string file) =>
        ResourceDescriptor.At(source.UriOf(file), "sha256", DigestOf(Path.Combine(paths.Root, file)));

    private static string DigestOf(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
