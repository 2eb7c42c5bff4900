using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;

namespace Build.Tests.Images.Reading;

public sealed class ImageReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private OpenedImages Open(string path) => ImageReader.Open(path, _folder["work"]);

    private static ImageSample Sample() =>
        new ImageSample().Layer(new TarSample().File("proxy", "binary")).Compressed(new TarSample().File("etc/os-release", "ID=debian"));

    [Fact]
    public void A_docker_archive_is_read_with_its_tag_and_its_layers()
    {
        var sample = Sample();
        var path = ImageSample.WriteTar(_folder, "image.tar", sample.ArchiveFiles());

        var opened = Open(path);

        var image = Assert.Single(opened.Images);
        Assert.Equal(path, opened.Path);
        Assert.Equal("sample:1", image.Identity.Name);
        Assert.Equal(Digest.Compute(Encoding.UTF8.GetBytes(sample.Config())), image.Identity.Id);
        Assert.Null(image.Identity.Digest);
        Assert.Equal("linux/amd64", image.Identity.Platform);
        Assert.Equal(["/proxy=binary", "/etc/os-release=ID=debian"], Contents(image));
        Assert.Equal(sample.Layers.Select(layer => Digest.Compute(layer.Tar)), image.Layers.Select(layer => layer.DiffId));
        Assert.Equal(sample.Layers.Select(layer => Digest.Compute(layer.Stored)), image.Layers.Select(layer => layer.Digest));
    }

    [Fact]
    public void An_OCI_layout_is_read_with_its_manifest_digest()
    {
        var blobs = new Dictionary<string, byte[]>();
        var entry = Sample().AddTo(blobs);
        var digest = (string)entry["digest"]!;
        entry["annotations"] = new JsonObject { ["org.opencontainers.image.ref.name"] = "2.0.0" };
        var path = ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(blobs, entry));

        var image = Assert.Single(Open(path).Images);

        Assert.Equal(("2.0.0", digest, "linux/amd64"), (image.Identity.Name, image.Identity.Digest, image.Identity.Platform));
        Assert.Equal(["/proxy=binary", "/etc/os-release=ID=debian"], Contents(image));
        Assert.Equal("65532", image.Config.User);
    }

    [Fact]
    public void An_OCI_archive_is_unpacked_for_scanners_and_replaces_an_older_one()
    {
        var old = _folder.Write("work/unpacked-image/old", "old");
        var path = ImageSample.WriteTar(_folder, "oci.tar", Sample().LayoutFiles());

        var opened = Open(path);

        Assert.Equal(_folder["work/unpacked-image"], opened.Path);
        Assert.True(File.Exists(Path.Combine(opened.Path, "index.json")));
        Assert.False(File.Exists(old));
        Assert.Equal(path, Assert.Single(opened.Images).Identity.Name);
    }

    [Fact]
    public void Every_platform_of_an_index_is_read_nested_ones_too()
    {
        var blobs = new Dictionary<string, byte[]>();
        var inner = new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray(new ImageSample { Architecture = "arm64" }.AddTo(blobs)) };
        var nested = ImageSample.Blob(blobs, Encoding.UTF8.GetBytes(inner.ToJsonString()), ImageSample.Index);
        var path = ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(blobs, Sample().AddTo(blobs), nested));

        Assert.Equal(["linux/amd64", "linux/arm64"], Open(path).Images.Select(image => image.Identity.Platform));
    }

    [Fact]
    public void Attestations_and_artifacts_are_no_images()
    {
        var blobs = new Dictionary<string, byte[]>();
        var attestation = new ImageSample { Architecture = "unknown" }.AddTo(blobs);
        attestation["platform"] = new JsonObject { ["os"] = "unknown", ["architecture"] = "unknown" };
        attestation["annotations"] = new JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };
        var chart = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["config"] = ImageSample.Blob(blobs, "{}"u8.ToArray(), "application/vnd.cncf.helm.config.v1+json"),
        };
        var path = ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(
            blobs, attestation, ImageSample.Blob(blobs, Encoding.UTF8.GetBytes(chart.ToJsonString()), ImageSample.Manifest), Sample().AddTo(blobs)));

        Assert.Equal("linux/amd64", Assert.Single(Open(path).Images).Identity.Platform);
    }

    [Fact]
    public void Attestations_belong_to_the_image_that_they_name_and_others_to_the_first()
    {
        var blobs = new Dictionary<string, byte[]>();
        var (amd, arm) = (Sample().AddTo(blobs), new ImageSample { Architecture = "arm64" }.Layer(new TarSample().File("a", "1")).AddTo(blobs));
        var path = ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(
            blobs, amd, arm, Attestation(blobs, (string)arm["digest"]!, "of arm"), Attestation(blobs, "sha256:0", "of nobody")));

        Assert.Equal(["amd64: of nobody", "arm64: of arm"], Open(path).Images.SelectMany(image => image.Attestations.Select(attestation =>
            $"{image.Config.Architecture}: {new StreamReader(attestation.Open()).ReadToEnd()}")));
    }

    private static JsonObject Attestation(Dictionary<string, byte[]> blobs, string about, string text)
    {
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["config"] = ImageSample.Blob(blobs, "{}"u8.ToArray(), ImageSample.ImageConfig),
            ["layers"] = new JsonArray(ImageSample.Blob(blobs, Encoding.UTF8.GetBytes(text), "application/vnd.in-toto+json")),
        };
        var entry = ImageSample.Blob(blobs, Encoding.UTF8.GetBytes(manifest.ToJsonString()), ImageSample.Manifest);
        entry["platform"] = new JsonObject { ["os"] = "unknown", ["architecture"] = "unknown" };
        entry["annotations"] = new JsonObject
        {
            ["vnd.docker.reference.type"] = "attestation-manifest",
            ["vnd.docker.reference.digest"] = about,
        };
        return entry;
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public void An_archive_that_is_compressed_as_a_whole_is_read(string compression)
    {
        var tar = File.ReadAllBytes(ImageSample.WriteTar(_folder, "plain.tar", Sample().ArchiveFiles()));
        var path = _folder.Write("image.tar.x", compression == "gzip" ? TarSample.Gzip(tar) : TarSample.Zstd(tar));

        Assert.NotEmpty(Contents(Assert.Single(Open(path).Images)));
    }

    [Fact]
    public void An_image_that_only_calls_itself_an_attestation_is_read_all_the_same()
    {
        var blobs = new Dictionary<string, byte[]>();
        var entry = Sample().AddTo(blobs);
        entry["platform"] = new JsonObject { ["os"] = "linux", ["architecture"] = "amd64" };
        entry["annotations"] = new JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };

        Assert.Single(Open(ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(blobs, entry))).Images);
    }

    [Fact]
    public void Layers_that_older_Docker_shares_by_links_are_found()
    {
        var sample = new ImageSample().Layer(new TarSample().File("a", "1")).Layer(new TarSample().File("a", "1"));
        var files = sample.ArchiveFiles();
        var tar = new TarSample();
        foreach (var (name, content) in files.Where(file => file.Key != "1/layer.tar"))
            tar.File(name, content);

        var path = _folder.Write("image.tar", tar.Link(TarEntryType.SymbolicLink, "1/layer.tar", "../0/layer.tar").ToBytes());

        Assert.Equal(["/a=1", "/a=1"], Contents(Assert.Single(Open(path).Images)));
    }

    [Fact]
    public void An_archive_whose_names_begin_with_a_dot_is_read()
    {
        var tar = new TarSample().Directory("./");
        foreach (var (name, content) in Sample().ArchiveFiles())
            tar.File("./" + name, content);

        Assert.Single(Open(_folder.Write("image.tar", tar.ToBytes())).Images);
    }

    [Fact]
    public void The_configuration_is_read_as_far_as_gates_use_it()
    {
        var sample = new ImageSample
        {
            Run = """
                {"User":"1","ExposedPorts":{"8082/tcp":{},"22/tcp":{}},"Env":["A=1","B=2"],"Entrypoint":["/proxy"],"Cmd":["serve"],"WorkingDir":"/srv",
                 "Volumes":{"/data":{}},"Labels":{"b":"2","a":null},"Healthcheck":{"Test":["CMD","/proxy"],"Interval":1500000000,"Retries":2},"OnBuild":null,"ArgsEscaped":true}
                """,
        };
        var config = Assert.Single(Open(ImageSample.WriteTar(_folder, "image.tar", sample.ArchiveFiles())).Images).Config;

        Assert.Equal("22/tcp 8082/tcp", string.Join(' ', config.ExposedPorts));
        Assert.Equal("A=1 B=2", string.Join(' ', config.Environment));
        Assert.Equal(
            "/proxy serve /srv /data", string.Join(' ', [.. config.Entrypoint, .. config.Command, config.WorkingDirectory, .. config.Volumes]));
        Assert.Equal("a= b=2", string.Join(' ', config.Labels.Select(label => $"{label.Key}={label.Value}")));
        Assert.Equal(
            (TimeSpan.FromSeconds(1.5), (TimeSpan?)null, 2), (config.Healthcheck!.Interval, config.Healthcheck.Timeout, config.Healthcheck.Retries));
        Assert.Equal(new HistoryEntry("COPY proxy /", false), Assert.Single(config.History));
    }

    private static IEnumerable<string> Contents(ContainerImage image)
    {
        foreach (var entry in image.Layers.SelectMany(layer => layer.ReadEntries()))
        {
            using var reader = new StreamReader(entry.Content!);
            yield return $"{entry.Path}={reader.ReadToEnd()}";
        }
    }
}
