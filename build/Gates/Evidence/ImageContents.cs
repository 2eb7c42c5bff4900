using System.Collections.Immutable;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Packaging;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>What one reading of all layers found: secrets, and what a scanner should have seen.</summary>
internal sealed record ImageContents
{
    public long Files { get; init; }

    public long Bytes { get; init; }

    /// <summary>The image says which operating system it is, or is made of.</summary>
    public bool NamesOperatingSystem { get; init; }

    /// <summary>Absolute paths of files that list .NET packages.</summary>
    public ImmutableArray<string> DependencyFiles { get; init; } = [];

    public ImmutableArray<LayerSecret> Secrets { get; init; } = [];

    /// <summary>Archives of which something was not read, each with its reason.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];

    /// <summary>Diff id of the layer that holds the bill of materials; null without one.</summary>
    public string? SbomLayer { get; init; }

    /// <summary>Reads every file of every layer, those that a later layer deletes too.</summary>
    public static ImageContents Read(ContainerImage image, CancellationToken cancellation)
    {
        var reader = new SecretScanner();
        var archives = new PackedFiles();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var secrets = ImmutableArray.CreateBuilder<LayerSecret>();
        var (files, bytes) = (0L, 0L);
        string? sbomLayer = null;
        foreach (var layer in image.Layers)
        {
            foreach (var entry in layer.ReadEntries())
            {
                cancellation.ThrowIfCancellationRequested();
                Track(entry, paths);
                if (entry.Path == "/" + ImageContext.Sbom)
                    sbomLayer = entry.Kind == LayerEntryKind.Whiteout ? null : layer.DiffId;
                if (entry.Content is not { } content)
                    continue;

                (files, bytes) = (files + 1, bytes + entry.Size);
                foreach (var (path, file) in archives.Open(entry.Path, content, entry.Size))
                    secrets.AddRange(reader.Scan(file, SecretScopes.Of(path)).Select(match => new LayerSecret(match, path, layer.DiffId)));
            }
        }

        foreach (var attestation in image.Attestations)
        {
            cancellation.ThrowIfCancellationRequested();
            using var content = attestation.Open();
            foreach (var (path, file) in archives.Open($"/attestations/{attestation.Kind}", content, attestation.Size))
                secrets.AddRange(reader.Scan(file, SecretScope.Settings).Select(match => new LayerSecret(match, path, attestation.Digest)));
        }

        return new ImageContents
        {
            Files = files,
            Bytes = bytes,
            NamesOperatingSystem = paths.Contains("/etc/os-release") || paths.Contains("/usr/lib/os-release"),
            DependencyFiles = [.. paths.Where(path => path.EndsWith(".deps.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
            Secrets = secrets.ToImmutable(),
            SbomLayer = sbomLayer,
            Unread = [.. archives.Unread],
        };
    }
    /// <summary>Only names that count are kept, and a name that a later layer deletes counts no more.</summary>
    private static void Track(LayerEntry entry, HashSet<string> paths)
    {
        if (entry.Kind == LayerEntryKind.Whiteout)
            paths.Remove(entry.Path);
        else if (entry.Path.EndsWith("/os-release", StringComparison.Ordinal) || entry.Path.EndsWith(".deps.json", StringComparison.Ordinal))
            paths.Add(entry.Path);
    }
}

/// <summary>A secret in a file of a layer.</summary>
internal sealed record LayerSecret(SecretMatch Match, string Path, string DiffId);
