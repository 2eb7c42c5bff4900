using System.Collections.Immutable;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace Build.Tests.Tools.Trivy;

/// <summary>An image put together in a test: as facts for the gates, and as a docker-archive for a scanner.</summary>
internal sealed class TestImage
{
    private readonly List<ImmutableArray<(string Path, byte[] Content)>> _layers = [];

    public Dictionary<string, string> Labels { get; } = [];

    public List<string> Environment { get; } = ["PATH=/usr/bin"];

    public List<string> History { get; } = [];

    /// <summary>Overrides the digest of the configuration, to match a recording.</summary>
    public string? Id { get; init; }

    public TestImage Layer(params (string Path, string Content)[] files) =>
        Layer([.. files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Content)))]);

    public TestImage Layer(params ImmutableArray<(string Path, byte[] Content)> files)
    {
        _layers.Add(files);
        return this;
    }

    public string DiffId(int layer) => Digest(Tar(_layers[layer]));

    public ContainerImage Facts() => new(
        new ImageIdentity("test", Id ?? Digest(Config()), Digest: null, "linux/amd64"),
        new ImageConfig
        {
            Os = "linux",
            Architecture = "amd64",
            User = "65532",
            Environment = [.. Environment],
            Labels = Labels.ToImmutableSortedDictionary(),
            History = [.. History.Select(line => new HistoryEntry(line, EmptyLayer: true))],
        },
        [.. _layers.Select((files, index) => new ImageLayer(DiffId(index), DiffId(index), () => Entries(files)))]);

    /// <summary>Writes the docker-archive.</summary>
    public void Write(string path)
    {
        var config = Config();
        var name = Digest(config)["sha256:".Length..];
        var layers = _layers.Select(Tar).ToList();
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            new { Config = $"{name}.json", RepoTags = new[] { "test:1" }, Layers = layers.Select((_, index) => $"{index}.tar") },
        });
        var files = layers.Select((layer, index) => ($"{index}.tar", layer)).Prepend(($"{name}.json", config)).Prepend(("manifest.json", manifest));
        File.WriteAllBytes(path, Tar([.. files]));
    }

    private byte[] Config() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["architecture"] = "amd64",
        ["os"] = "linux",
        ["config"] = new JsonObject { ["User"] = "65532", ["Env"] = new JsonArray([.. Environment.Select(variable => JsonValue.Create(variable))]) },
        ["rootfs"] = new JsonObject
        {
            ["type"] = "layers",
            ["diff_ids"] = new JsonArray([.. _layers.Select((_, index) => JsonValue.Create(DiffId(index)))]),
        },
        ["history"] = new JsonArray([.. _layers.Select((_, index) => new JsonObject { ["created_by"] = $"COPY {index} /" }), .. Empty()]),
    }.ToJsonString());

    private IEnumerable<JsonObject> Empty() => History.Select(line => new JsonObject { ["created_by"] = line, ["empty_layer"] = true });

    private static IEnumerable<LayerEntry> Entries(ImmutableArray<(string Path, byte[] Content)> files) => files.Select(file => new LayerEntry
    {
        Path = "/" + file.Path,
        Kind = LayerEntryKind.File,
        Mode = 0x1A4,
        Uid = 0,
        Gid = 0,
        Size = file.Content.Length,
        Content = new MemoryStream(file.Content),
    });

    private static byte[] Tar(ImmutableArray<(string Path, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (path, content) in files)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(content), ModificationTime = DateTimeOffset.UnixEpoch });
        }

        return bytes.ToArray();
    }

    private static string Digest(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
