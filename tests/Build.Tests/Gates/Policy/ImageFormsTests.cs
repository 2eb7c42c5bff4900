using System.Formats.Tar;
using System.Text.Json;
using System.Text.Json.Nodes;
using Build.Tests.Images;
using Build.Tests.Images.Reading;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Images.Reading;

namespace Build.Tests.Gates.Policy;

/// <summary>Every form in which an image can be given is judged alike, platform by platform.</summary>
public sealed class ImageFormsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SampleRepository _repository = new();

    public void Dispose()
    {
        _folder.Dispose();
        _repository.Dispose();
    }

    [Theory]
    [InlineData("docker-archive")]
    [InlineData("docker-archive gzip")]
    [InlineData("docker-archive zstd")]
    [InlineData("OCI archive")]
    [InlineData("OCI archive gzip")]
    [InlineData("OCI archive zstd")]
    [InlineData("OCI layout")]
    public void A_sound_image_passes_and_a_spoilt_one_fails_in_each_form(string form)
    {
        Assert.Empty(Judge(form, Stored(tar => (tar, tar))).Findings.Select(finding => finding.Message));

        var spoilt = new SampleImage().With(new SampleFile("/bin/sh", SampleImage.StaticProgram) { Mode = 0b111_101_101 });
        Assert.Contains(Judge(form, Stored(tar => (tar, tar), spoilt)).Findings, finding => finding.File == "/bin/sh");
    }

    [Theory]
    [InlineData("docker-archive")]
    [InlineData("OCI layout")]
    public void Layers_may_be_compressed(string form)
    {
        Assert.Equal(Verdict.Pass, Judge(form, Stored(tar => (TarSample.Gzip(tar), tar))).Verdict);
        Assert.Equal(Verdict.Pass, Judge(form, Stored(tar => (TarSample.Zstd(tar), tar))).Verdict);
    }

    [Fact]
    public void Each_platform_of_an_index_is_judged()
    {
        var blobs = new Dictionary<string, byte[]>();
        var arm = new SampleImage().Starting(new ElfWriter { Machine = 183 }.Hardened().ToBytes());
        var files = ImageSample.LayoutFiles(blobs, Entry(blobs, "amd64", new SampleImage()), Entry(blobs, "arm64", arm));
        Assert.Equal(Verdict.Pass, JudgePath(ImageSample.WriteFolder(_folder, "sound", files)).Verdict);

        var mixed = ImageSample.LayoutFiles(blobs, Entry(blobs, "amd64", new SampleImage()), Entry(blobs, "arm64", new SampleImage()));
        var finding = Assert.Single(JudgePath(ImageSample.WriteFolder(_folder, "mixed", mixed)).Findings);
        Assert.Equal(("DM-4.1", "linux/arm64", "/claude-code-proxy"), (finding.Claim, finding.Platform, finding.File));
    }

    [Fact]
    public void Capabilities_are_seen_in_the_tar_of_a_layer()
    {
        var sample = Sample(new SampleImage(), "amd64");
        sample.Layer(new TarSample { Format = TarEntryFormat.Pax }.Attributed("planted", "SCHILY.xattr.security.capability", "x"));

        var messages = JudgePath(Write("OCI layout", sample)).Findings.Select(finding => finding.Message);
        Assert.Contains("Minimal Attack Surface: /planted has capabilities", messages);
    }

    private GateResult Judge(string form, ImageSample sample) => JudgePath(Write(form, sample));

    private GateResult JudgePath(string path) =>
        SampleRepository.Judge(_repository.Input() with { Images = ImageReader.Open(path, _folder[$"work-{Path.GetFileName(path)}"]).Images });

    private string Write(string form, ImageSample sample)
    {
        var name = $"image-{Guid.NewGuid():N}";
        if (form == "OCI layout")
            return ImageSample.WriteFolder(_folder, name, sample.LayoutFiles());
        var files = form.StartsWith("docker", StringComparison.Ordinal) ? sample.ArchiveFiles() : sample.LayoutFiles();
        var tar = ImageSample.WriteTar(_folder, name, files);
        var content = File.ReadAllBytes(tar);
        return form.EndsWith("gzip", StringComparison.Ordinal) ? _folder.Write($"{name}.gz", TarSample.Gzip(content))
            : form.EndsWith("zstd", StringComparison.Ordinal) ? _folder.Write($"{name}.zst", TarSample.Zstd(content))
            : tar;
    }

    private static ImageSample Stored(Func<byte[], (byte[] Stored, byte[] Tar)> store, SampleImage? image = null)
    {
        var sample = Sample(image ?? new SampleImage(), "amd64");
        var (_, tar) = sample.Layers[0];
        sample.Layers[0] = store(tar);
        return sample;
    }

    private static JsonObject Entry(Dictionary<string, byte[]> blobs, string architecture, SampleImage image)
    {
        var entry = Sample(image, architecture).AddTo(blobs);
        entry["platform"] = new JsonObject { ["os"] = "linux", ["architecture"] = architecture };
        return entry;
    }

    private static ImageSample Sample(SampleImage image, string architecture)
    {
        var tar = new TarSample();
        foreach (var file in image.Files.Where(file => file.Kind == LayerEntryKind.File))
        {
            tar.Add(TarEntryType.RegularFile, file.Path.TrimStart('/'), entry =>
            {
                entry.Mode = (UnixFileMode)file.Mode;
                entry.DataStream = new MemoryStream(file.Content);
            });
        }

        var config = image.Config;
        var run = new JsonObject
        {
            ["User"] = config.User,
            ["ExposedPorts"] = new JsonObject(config.ExposedPorts.Select(port => KeyValuePair.Create<string, JsonNode?>(port, new JsonObject()))),
            ["Env"] = JsonSerializer.SerializeToNode(config.Environment),
            ["Entrypoint"] = JsonSerializer.SerializeToNode(config.Entrypoint),
            ["Healthcheck"] = new JsonObject { ["Test"] = JsonSerializer.SerializeToNode(config.Healthcheck!.Test) },
            ["Labels"] = JsonSerializer.SerializeToNode(config.Labels),
        };
        return new ImageSample { Architecture = architecture, Run = run.ToJsonString() }.Layer(tar);
    }
}
