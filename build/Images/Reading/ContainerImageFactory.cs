using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Reading;

/// <summary>Creates a <see cref="ContainerImage"/> from a configuration document and the blobs of its layers.</summary>
internal static class ContainerImageFactory
{
    /// <param name="config">The document as stored; its digest is the image's id.</param>
    /// <param name="layers">Opens each layer's blob, from the base up.</param>
    public static ContainerImage Create(ImageSource source, byte[] config, IReadOnlyList<Func<Stream>> layers)
    {
        var document = ImageErrors.Translate(source.Path, "the configuration", () => OciJson.Read<OciImageDocument>(config));
        var diffIds = document.RootFs?.DiffIds ?? [];
        if (diffIds.Length != layers.Count)
            throw ImageErrors.Damaged(source.Path, $"its configuration lists {diffIds.Length} layers, its manifest {layers.Count}");

        var verified = layers.Select((open, index) => LayerVerifier.Verify(open, diffIds[index], source.Path));
        var identity = new ImageIdentity(source.Name, Digest.Compute(config), source.ManifestDigest, Platform(document, source.Path));
        return new ContainerImage(identity, Config(document), [.. verified]);
    }

    private static string Platform(OciImageDocument document, string path)
    {
        if (string.IsNullOrEmpty(document.Os) || string.IsNullOrEmpty(document.Architecture))
            throw ImageErrors.Damaged(path, "its configuration does not name os and architecture");

        var platform = $"{document.Os}/{document.Architecture}";
        return string.IsNullOrEmpty(document.Variant) ? platform : $"{platform}/{document.Variant}";
    }

    private static ImageConfig Config(OciImageDocument document)
    {
        var run = document.Config ?? new OciRunConfig();
        return new ImageConfig
        {
            Os = document.Os!,
            Architecture = document.Architecture!,
            User = run.User ?? "",
            ExposedPorts = (run.ExposedPorts?.Keys ?? []).ToImmutableSortedSet(StringComparer.Ordinal),
            Environment = run.Env ?? [],
            Labels = Labels(run.Labels),
            Entrypoint = run.Entrypoint ?? [],
            Command = run.Cmd ?? [],
            WorkingDirectory = run.WorkingDir ?? "",
            Volumes = (run.Volumes?.Keys ?? []).ToImmutableSortedSet(StringComparer.Ordinal),
            Healthcheck = Healthcheck(run.Healthcheck),
            Created = document.Created,
            History = [.. (document.History ?? []).Select(line => new HistoryEntry(line.CreatedBy ?? "", line.EmptyLayer ?? false))],
        };
    }

    private static ImmutableSortedDictionary<string, string> Labels(IReadOnlyDictionary<string, string>? stored) =>
        (stored ?? ImmutableDictionary<string, string>.Empty)
            .ToImmutableSortedDictionary(label => label.Key, label => label.Value ?? "", StringComparer.Ordinal);

    private static Healthcheck? Healthcheck(OciHealthcheck? stored) => stored is null ? null : new Healthcheck(stored.Test ?? [])
    {
        Interval = Nanoseconds(stored.Interval),
        Timeout = Nanoseconds(stored.Timeout),
        StartPeriod = Nanoseconds(stored.StartPeriod),
        Retries = stored.Retries,
    };

    private static TimeSpan? Nanoseconds(long? count) => count is null ? null : TimeSpan.FromTicks(count.Value / TimeSpan.NanosecondsPerTick);
}
