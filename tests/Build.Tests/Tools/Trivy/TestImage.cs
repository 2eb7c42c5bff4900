using System.Collections.Immutable;
using System.Formats.Tar;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;

namespace Build.Tests.Tools.Trivy;

/// <summary>An image put together file by file in a test.</summary>
internal sealed class TestImage
{
    private readonly List<byte[]> _layers = [];

    public string Architecture { get; init; } = "amd64";

    public string? Entrypoint { get; init; }

    public Dictionary<string, string> Labels { get; } = [];

    public List<string> Environment { get; } = ["PATH=/usr/bin"];

    public List<string> History { get; } = [];

    /// <summary>Start period of the health check; null for none.</summary>
    public TimeSpan? HealthStart { get; init; }

    /// <summary>The digest of the configuration as a recording has it, for the facts only.</summary>
    public string? RecordedId { get; init; }

    public string Id => Build().Identity.Id;

    public TestImage Layer(params (string Path, string Content)[] files) =>
        Layer([.. files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Content)))]);

    public TestImage Layer(params ImmutableArray<(string Path, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
                {
                    DataStream = new MemoryStream(content),
                    ModificationTime = DateTimeOffset.UnixEpoch,
                });
            }
        }

        _layers.Add(bytes.ToArray());
        return this;
    }

    public string DiffId(int layer) => Digest.Compute(_layers[layer]);

    /// <summary>Writes the image as a docker-archive into a folder, and opens it as the suite does.</summary>
    public (ContainerImage Image, string Path) Open(string folder)
    {
        var archive = Path.Combine(folder, "image.tar");
        DockerArchiveWriter.Write(Build(), archive);
        var image = ImageReader.Open(archive, Path.Combine(folder, "work")).Images[0];
        return (RecordedId is null ? image : image with { Identity = image.Identity with { Id = RecordedId } }, archive);
    }

    public BuiltImage Build()
    {
        var config = OciJson.Write(Document());
        var manifest = OciJson.Write(new OciManifest(
            SchemaVersion: 2,
            OciMediaTypes.Manifest,
            Descriptor(OciMediaTypes.Config, config),
            [.. _layers.Select(layer => Descriptor(OciMediaTypes.Layer, layer))]));
        var identity = new ImageIdentity("test:1", Digest.Compute(config), Digest.Compute(manifest), $"linux/{Architecture}");
        return new BuiltImage(identity, manifest, config, [.. _layers.Select(layer => new BuiltLayer(Digest.Compute(layer), layer))]);
    }

    private OciImageDocument Document() => new()
    {
        Created = DateTimeOffset.UnixEpoch,
        Architecture = Architecture,
        Os = "linux",
        Config = new OciRunConfig
        {
            User = "65532",
            Env = [.. Environment],
            Entrypoint = Entrypoint is null ? null : [Entrypoint],
            Labels = Labels,
            Healthcheck = HealthStart is { } start ? new OciHealthcheck { Test = ["CMD", "/proxy"], StartPeriod = start.Ticks * 100 } : null,
        },
        RootFs = new OciRootFs("layers", [.. _layers.Select(layer => Digest.Compute(layer))]),
        History =
        [
            .. _layers.Select((_, index) => new OciHistory(DateTimeOffset.UnixEpoch, $"COPY {index} /")),
            .. History.Select(line => new OciHistory(DateTimeOffset.UnixEpoch, line, EmptyLayer: true)),
        ],
    };

    private static OciDescriptor Descriptor(string mediaType, byte[] content) =>
        new() { MediaType = mediaType, Digest = Digest.Compute(content), Size = content.Length };
}
