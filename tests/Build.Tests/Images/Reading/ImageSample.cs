using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Images.Oci;

namespace Build.Tests.Images.Reading;

/// <summary>Composes images by hand, sound ones and others, without the code under test.</summary>
internal sealed class ImageSample
{
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string ImageConfig = "application/vnd.oci.image.config.v1+json";

    public string Architecture { get; init; } = "amd64";

    /// <summary>The run configuration as JSON.</summary>
    public string Run { get; init; } = """{"User":"65532"}""";

    /// <summary>Layers as stored, with the tar that each unpacks to.</summary>
    public List<(byte[] Stored, byte[] Tar)> Layers { get; } = [];

    public ImageSample Layer(TarSample tar) => Layer(tar.ToBytes());

    public ImageSample Layer(byte[] tar)
    {
        Layers.Add((tar, tar));
        return this;
    }

    public ImageSample Compressed(TarSample tar)
    {
        Layers.Add((TarSample.Gzip(tar.ToBytes()), tar.ToBytes()));
        return this;
    }

    public string Config() => $$"""
        {"architecture":"{{Architecture}}","os":"linux","config":{{Run}},
         "rootfs":{"type":"layers","diff_ids":{{JsonSerializer.Serialize(Layers.Select(layer => Digest.Compute(layer.Tar)))}}},
         "history":[{"created_by":"COPY proxy /","empty_layer":false}]}
        """;

    /// <summary>Adds config, layers and manifest to the blobs; returns the manifest's descriptor.</summary>
    public JsonObject AddTo(Dictionary<string, byte[]> blobs, string? config = null)
    {
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = Manifest,
            ["config"] = Blob(blobs, Encoding.UTF8.GetBytes(config ?? Config()), ImageConfig),
            ["layers"] = new JsonArray([.. Layers.Select(layer => Blob(blobs, layer.Stored, "application/vnd.oci.image.layer.v1.tar"))]),
        };
        return Blob(blobs, Encoding.UTF8.GetBytes(manifest.ToJsonString()), Manifest);
    }

    public static JsonObject Blob(Dictionary<string, byte[]> blobs, byte[] content, string mediaType)
    {
        blobs[Digest.Compute(content)] = content;
        return new JsonObject { ["mediaType"] = mediaType, ["digest"] = Digest.Compute(content), ["size"] = content.Length };
    }

    /// <summary>The files of a layout with these index entries.</summary>
    public static Dictionary<string, byte[]> LayoutFiles(Dictionary<string, byte[]> blobs, params JsonObject[] entries)
    {
        var index = new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray([.. entries]) };
        var files = blobs.ToDictionary(blob => $"blobs/sha256/{blob.Key["sha256:".Length..]}", blob => blob.Value);
        files["oci-layout"] = """{"imageLayoutVersion":"1.0.0"}"""u8.ToArray();
        files["index.json"] = Encoding.UTF8.GetBytes(index.ToJsonString());
        return files;
    }

    public Dictionary<string, byte[]> LayoutFiles()
    {
        var blobs = new Dictionary<string, byte[]>();
        return LayoutFiles(blobs, AddTo(blobs));
    }

    /// <summary>The files of a docker-archive.</summary>
    public Dictionary<string, byte[]> ArchiveFiles()
    {
        var files = new Dictionary<string, byte[]> { ["config.json"] = Encoding.UTF8.GetBytes(Config()) };
        for (var index = 0; index < Layers.Count; index++)
            files[$"{index}/layer.tar"] = Layers[index].Stored;

        files["manifest.json"] = Encoding.UTF8.GetBytes(
            $$"""[{"Config":"config.json","RepoTags":["sample:1"],"Layers":{{JsonSerializer.Serialize(Enumerable.Range(0, Layers.Count).Select(index => $"{index}/layer.tar"))}}}]""");
        return files;
    }

    public static string WriteFolder(TemporaryFolder folder, string name, Dictionary<string, byte[]> files)
    {
        foreach (var (file, content) in files)
            folder.Write($"{name}/{file}", content);

        return folder[name];
    }

    public static string WriteTar(TemporaryFolder folder, string name, Dictionary<string, byte[]> files)
    {
        var tar = new TarSample();
        foreach (var (file, content) in files)
            tar.File(file, content);

        return folder.Write(name, tar.ToBytes());
    }
}
