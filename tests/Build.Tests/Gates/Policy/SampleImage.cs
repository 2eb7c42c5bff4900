using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Elf;

namespace Build.Tests.Gates.Policy;

/// <summary>Composes images in memory; as it is, one that keeps every promise.</summary>
internal sealed record SampleImage
{
    public const string Layer = "sha256:1111111111111111111111111111111111111111111111111111111111111111";
    public const string UpperLayer = "sha256:2222222222222222222222222222222222222222222222222222222222222222";

    public static readonly byte[] StaticProgram = new ElfWriter().Hardened().ToBytes();

    public static readonly byte[] DynamicProgram = new ElfWriter().Interpreter("/lib64/ld-linux-x86-64.so.2").Hardened().ToBytes();

    public static readonly string Certificates = SampleCertificates.Create("current", 2020, 2090);

    private const int ExecutableMode = 0b111_101_101;

    public ImageConfig Config { get; init; } = new()
    {
        Os = "linux",
        Architecture = "amd64",
        User = "65532:65532",
        ExposedPorts = ["8082/tcp"],
        Environment = ["HOST=0.0.0.0", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"],
        Entrypoint = ["/claude-code-proxy"],
        Healthcheck = new Healthcheck(["CMD", "/claude-code-proxy", "health"]),
        Labels = ImmutableSortedDictionary.CreateRange(
            from name in new[] { "description", "licenses", "title", "version" }
            select KeyValuePair.Create($"org.opencontainers.image.{name}", "sample")),
        History = [new HistoryEntry("COPY claude-code-proxy /claude-code-proxy", false)],
    };

    public ImmutableArray<SampleFile> Files { get; init; } =
    [
        new("/claude-code-proxy", StaticProgram) { Mode = ExecutableMode },
        new("/claude-code-proxy.deps.json", "{}"),
        new("/etc", "") { Kind = LayerEntryKind.Directory, Mode = ExecutableMode },
        new("/etc/debian_version", "12.0"),
        new("/etc/os-release", "ID=debian"),
        new("/etc/ssl/certs/ca-certificates.crt", Certificates),
        new("/usr/share/sbom/claude-code-proxy.cdx.json", "{}"),
        Package("ca-certificates"),
        Package("libc6"),
        Package("libgcc-s1"),
        Package("libssl3"),
    ];

    /// <summary>A second layer over the first.</summary>
    public ImmutableArray<SampleFile> UpperFiles { get; init; } = [];

    /// <summary>The same with another program.</summary>
    public SampleImage Starting(byte[] program) => Replace("/claude-code-proxy", program);

    /// <summary>The same with another content of one file.</summary>
    public SampleImage Replace(string path, byte[] content) => this with
    {
        Files = [.. Files.Select(file => file.Path == path ? file with { Content = content } : file)],
    };

    public SampleImage With(params SampleFile[] files) => this with { Files = [.. Files, .. files] };

    public ContainerImage Open() => new(
        new ImageIdentity("sample:1", "sha256:" + new string('a', 64), "sha256:" + new string('b', 64), $"linux/{Config.Architecture}"),
        Config,
        UpperFiles.IsEmpty ? [LayerOf(Layer, Files)] : [LayerOf(Layer, Files), LayerOf(UpperLayer, UpperFiles)]);

    private static SampleFile Package(string name) =>
        new($"/var/lib/dpkg/status.d/{name}", $"Package: {name}\nVersion: 1.0\nArchitecture: amd64\n");

    private static ImageLayer LayerOf(string diffId, ImmutableArray<SampleFile> files) =>
        new(diffId, diffId, files.Sum(file => (long)file.Content.Length), () => files.Select(file => file.ToEntry()));
}

/// <summary>A file of a sample layer, or, with another kind, something else at that path.</summary>
internal sealed record SampleFile(string Path, byte[] Content)
{
    public SampleFile(string path, string content) : this(path, Encoding.UTF8.GetBytes(content)) { }

    public LayerEntryKind Kind { get; init; } = LayerEntryKind.File;

    public int Mode { get; init; } = 0b110_100_100;

    public string? LinkTarget { get; init; }

    public int Uid { get; init; }

    public bool HasCapabilities { get; init; }

    public LayerEntry ToEntry() => new()
    {
        Path = Path,
        Kind = Kind,
        Mode = Mode,
        Uid = Uid,
        Gid = 0,
        HasCapabilities = HasCapabilities,
        Size = Kind == LayerEntryKind.File ? Content.Length : 0,
        LinkTarget = LinkTarget,
        Content = Kind == LayerEntryKind.File ? new MemoryStream(Content) : null,
    };
}
