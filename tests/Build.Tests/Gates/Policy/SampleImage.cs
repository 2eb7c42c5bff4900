using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace Build.Tests.Gates.Policy;

/// <summary>Composes images in memory; as it is, one that keeps every promise.</summary>
internal sealed record SampleImage
{
    public const string Layer = "sha256:1111111111111111111111111111111111111111111111111111111111111111";
    public const string UpperLayer = "sha256:2222222222222222222222222222222222222222222222222222222222222222";

    public static readonly byte[] StaticProgram = new ElfWriter().Dynamic((0x6ffffffb, 0x08000000)).ToBytes();

    public static readonly byte[] DynamicProgram = new ElfWriter().Interpreter("/lib64/ld-linux-x86-64.so.2").ToBytes();

    public ImageConfig Config { get; init; } = new()
    {
        Os = "linux",
        Architecture = "amd64",
        User = "65532:65532",
        ExposedPorts = ["8082/tcp"],
        Environment = ["HOST=0.0.0.0"],
        Entrypoint = ["/claude-code-proxy"],
        History = [new HistoryEntry("COPY claude-code-proxy /claude-code-proxy", false)],
    };

    public ImmutableArray<SampleFile> Files { get; init; } =
        [new("/claude-code-proxy", StaticProgram) { Mode = 0b111_101_101 }, new("/etc/os-release", "ID=debian")];

    /// <summary>A second layer over the first.</summary>
    public ImmutableArray<SampleFile> UpperFiles { get; init; } = [];

    public SampleImage With(params SampleFile[] files) => this with { Files = [.. Files, .. files] };

    public ContainerImage Open() => new(
        new ImageIdentity("sample:1", "sha256:" + new string('a', 64), "sha256:" + new string('b', 64), $"linux/{Config.Architecture}"),
        Config,
        UpperFiles.IsEmpty ? [LayerOf(Layer, Files)] : [LayerOf(Layer, Files), LayerOf(UpperLayer, UpperFiles)]);

    private static ImageLayer LayerOf(string diffId, ImmutableArray<SampleFile> files) =>
        new(diffId, diffId, () => files.Select(file => file.ToEntry()));
}

/// <summary>A file of a sample layer, or, with another kind, something else at that path.</summary>
internal sealed record SampleFile(string Path, byte[] Content)
{
    public SampleFile(string path, string content) : this(path, Encoding.UTF8.GetBytes(content)) { }

    public LayerEntryKind Kind { get; init; } = LayerEntryKind.File;

    public int Mode { get; init; } = 0b110_100_100;

    public string? LinkTarget { get; init; }

    public LayerEntry ToEntry() => new()
    {
        Path = Path,
        Kind = Kind,
        Mode = Mode,
        Uid = 0,
        Gid = 0,
        Size = Kind == LayerEntryKind.File ? Content.Length : 0,
        LinkTarget = LinkTarget,
        Content = Kind == LayerEntryKind.File ? new MemoryStream(Content) : null,
    };
}
