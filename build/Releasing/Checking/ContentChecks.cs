using ContainerSecurity.Findings;
using ContainerSecurity.Packaging;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>What lies in a release belongs together: binaries, images, bills of materials, and what statements say of them.</summary>
internal static class ContentChecks
{
    /// <summary>Every statement is about exactly the artifacts that lie here.</summary>
    /// <exception cref="InputException">It is not so.</exception>
    public static string Subjects(ReleaseFolder release, StatementSet statements, ReleasedIndex index)
    {
        var expected = ReleaseSubjects.Create(release.Names, index.Digest, index.Images, release.DigestOf)
            .ToDictionary(subject => subject.Name!, subject => subject.Sha256);
        foreach (var (name, statement) in statements.All)
        {
            var named = new HashSet<string>(StringComparer.Ordinal);
            foreach (var subject in statement.Subjects)
            {
                if (subject.Name is null || !expected.TryGetValue(subject.Name, out var digest) || !named.Add(subject.Name))
                    throw new InputException($"{name} speaks of `{subject.Name}` (sha256 {subject.Sha256}), which is not here or named before.");
                if (subject.Digest.Count != 1 || subject.Sha256 != digest)
                    throw new InputException($"{name} speaks of another {subject.Name}: {subject.Sha256} there, {digest} here.");
            }

            if (expected.Keys.FirstOrDefault(known => !named.Contains(known)) is { } missing)
                throw new InputException($"{name} does not speak of {missing}.");
        }

        return $"each of {ReleaseNames.Statements.Length} statements speaks of these {expected.Count} artifacts and no other";
    }

    /// <summary>The released binary is the one that the image starts.</summary>
    /// <exception cref="InputException">It is not so.</exception>
    public static string Binaries(ReleaseFolder release, ReleasedIndex index)
    {
        foreach (var image in index.Images)
        {
            var binary = release.Names.Binary(image.Rid);
            if (release.DigestOf(binary) is var digest && digest != image.Program)
                throw new InputException($"{binary} has the digest {digest}, the image starts {image.Program}.");
        }

        return $"the image of each platform starts the binary that lies beside it: {string.Join(", ", index.Images.Select(image => image.Rid))}";
    }

    /// <summary>The feature installs the released binaries and nothing else.</summary>
    /// <exception cref="InputException">It is not so.</exception>
    public static string Feature(ReleaseFolder release)
    {
        var binaries = release.Rids.Select(release.Names.Binary).Select(name => KeyValuePair.Create(name, release.DigestOf(name))).ToList();
        var listed = FeatureArchive.ReadList(release.ReadAll(ReleaseNames.Feature)).Split('\n').Order(StringComparer.Ordinal);
        return listed.SequenceEqual(FeatureArchive.ListOf(binaries).Split('\n').Order(StringComparer.Ordinal))
            ? $"it installs the {binaries.Count} binaries that lie beside it, by their digests"
            : throw new InputException($"{ReleaseNames.Feature} installs something else than the binaries that lie beside it.");
    }

    /// <summary>The bills of materials are those of the images, in both forms, and describe the binaries.</summary>
    /// <exception cref="InputException">It is not so.</exception>
    public static string Sboms(ReleaseFolder release, ReleasedIndex index)
    {
        foreach (var image in index.Images)
        {
            var (cycloneDx, spdx) = (release.Names.CycloneDx(image.Rid), release.Names.Spdx(image.Rid));
            if (!release.ReadAll(cycloneDx).AsSpan().SequenceEqual(image.Sbom))
                throw new InputException($"{cycloneDx} is not the bill of materials in the image.");
            if (!release.ReadAll(spdx).AsSpan().SequenceEqual(image.ToSpdx()))
                throw new InputException($"{spdx} does not say what {cycloneDx} says.");
            if (image.Document.Product.Hashes.GetValueOrDefault("SHA-256") is var described && described != image.Program)
                throw new InputException($"{cycloneDx} describes a binary {described ?? "without a digest"}, not {image.Program}.");
        }

        return "CycloneDX, the same bytes as in each image, describing its binary; SPDX, the same content";
    }
}
