using System.Formats.Tar;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;

namespace Build.Tests.Images.Reading;

public sealed class HostileImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Refused(string path) => ExpectedImageError.Read(path, _folder);

    private void Refused(string path, string why) => Assert.Contains(why, Refused(path), StringComparison.Ordinal);

    [Fact]
    public void What_is_not_there_is_bad_input() => Refused(_folder["missing.tar"], "does not exist");

    [Fact]
    public void A_folder_without_layout_is_bad_input() => Refused(_folder.Path, "without oci-layout and index.json");

    [Theory]
    [InlineData("")]
    [InlineData("This is a text, not a tar.")]
    public void A_file_that_is_no_tar_is_bad_input(string content) => Refused(_folder.Write("image.tar", content));

    [Fact]
    public void Random_bytes_are_bad_input()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);

        Refused(_folder.Write("image.tar", bytes), "the archive cannot be read");
    }

    [Fact]
    public void A_tar_without_image_is_bad_input() =>
        Refused(_folder.Write("image.tar", new TarSample().File("readme", "hello").ToBytes()), "without manifest.json");

    [Fact]
    public void A_compressed_archive_that_holds_no_image_is_refused_under_its_own_name() =>
        Refused(_folder.Write("image.tar.gz", TarSample.Gzip(new TarSample().File("a", "b").ToBytes())), "without manifest.json");

    [Fact]
    public void A_compressed_archive_that_was_cut_off_is_damaged() =>
        Refused(_folder.Write("image.tar.gz", TarSample.Gzip(new TarSample().File("a", new string('b', 9999)).ToBytes())[..^20]), "image.tar.gz");

    [Fact]
    public void An_archive_in_a_compression_that_is_not_read_says_so() => Refused(_folder.Write("image.tar.xz", [0xfd, .. "7zXZ\0"u8]), "xz");

    [Theory]
    [InlineData("../outside")]
    [InlineData("/absolute")]
    [InlineData("blobs/../../outside")]
    public void An_archive_whose_entry_leads_out_of_it_is_refused(string name) =>
        Refused(_folder.Write("image.tar", new TarSample().File(name, "x").ToBytes()), "leads out of the archive");

    [Fact]
    public void An_archive_that_was_cut_off_says_where()
    {
        var tar = new TarSample().File("manifest.json", "[]").File("big/layer.tar", new byte[5000]).ToBytes();

        Refused(_folder.Write("image.tar", tar[..4000]), "ends inside big/layer.tar");
    }

    [Fact]
    public void Links_that_lead_in_a_circle_are_refused()
    {
        var tar = new TarSample().Link(TarEntryType.SymbolicLink, "manifest.json", "other").Link(TarEntryType.SymbolicLink, "other", "manifest.json");

        Refused(_folder.Write("image.tar", tar.ToBytes()), "leads nowhere");
    }

    [Theory]
    [InlineData("rubbish", "manifest.json cannot be read")]
    [InlineData("null", "manifest.json cannot be read")]
    [InlineData("{}", "manifest.json cannot be read")]
    [InlineData("[]", "lists no image")]
    [InlineData("[null]", "manifest.json cannot be read")]
    [InlineData("[{}]", "names no configuration")]
    [InlineData("""[{"Config":"missing.json","Layers":[]}]""", "missing.json is missing")]
    [InlineData("""[{"Config":"config.json","Layers":[null,null]}]""", "manifest.json cannot be read")]
    [InlineData("""[{"Config":"config.json","Layers":[]}]""", "lists 2 layers, its manifest 0")]
    [InlineData("""[{"Config":"config.json","Layers":["0/layer.tar","gone.tar"]}]""", "gone.tar is missing")]
    [InlineData("""[{"Config":"config.json","Layers":["1/layer.tar","0/layer.tar"]}]""", "but its configuration says")]
    [InlineData("""[{"Config":"config.json","config":"other.json","Layers":[]}]""", "manifest.json cannot be read")]
    public void A_docker_archive_with_a_wrong_manifest_is_refused(string manifest, string why)
    {
        var files = ExpectedImageError.Sample().ArchiveFiles();
        files["manifest.json"] = Encoding.UTF8.GetBytes(manifest);

        Refused(ImageSample.WriteTar(_folder, "image.tar", files), why);
    }

    [Theory]
    [InlineData("rubbish", "the configuration cannot be read")]
    [InlineData("{}", "lists 0 layers")]
    [InlineData("""{"rootfs":{"diff_ids":[1,2]}}""", "the configuration cannot be read")]
    [InlineData("""{"config":{"User":"65532","user":"0"}}""", "Duplicate")]
    [InlineData("""{"config":{"Env":["A=1",null]}}""", "null in a list")]
    public void A_wrong_configuration_is_refused(string config, string why)
    {
        var files = ExpectedImageError.Sample().ArchiveFiles();
        files["config.json"] = Encoding.UTF8.GetBytes(config);

        Refused(ImageSample.WriteTar(_folder, "image.tar", files), why);
    }

    [Fact]
    public void A_configuration_without_platform_is_refused()
    {
        var files = new ImageSample { Architecture = "" }.ArchiveFiles();

        Refused(ImageSample.WriteTar(_folder, "image.tar", files), "does not name os and architecture");
    }

    [Fact]
    public void A_file_that_has_not_the_digest_of_its_name_is_refused()
    {
        var files = ExpectedImageError.Sample().ArchiveFiles();
        var name = $"{new string('a', 64)}.json";
        files[name] = files["config.json"];
        files["manifest.json"] = Encoding.UTF8.GetBytes($$"""[{"Config":"{{name}}","Layers":["0/layer.tar","1/layer.tar"]}]""");

        Refused(ImageSample.WriteTar(_folder, "image.tar", files), $"{name} has the digest");
    }

    [Fact]
    public void Names_from_the_image_cannot_steer_the_terminal()
    {
        var files = new ImageSample().Layer(new TarSample().File("../\u001b[2Jx\n", "1")).LayoutFiles();

        Assert.DoesNotContain('\u001b', Refused(ImageSample.WriteFolder(_folder, "layout", files)));
    }

    [Fact]
    public void A_document_beyond_all_bounds_is_refused()
    {
        var files = ExpectedImageError.Sample().ArchiveFiles();
        files["manifest.json"] = new byte[OciJson.LargestDocument + 1];

        Refused(ImageSample.WriteTar(_folder, "image.tar", files), "is larger than");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_truncation_of_an_archive_is_refused_or_harmless(bool docker)
    {
        var bytes = File.ReadAllBytes(ImageSample.WriteTar(
            _folder, "whole.tar", docker ? ExpectedImageError.Sample().ArchiveFiles() : ExpectedImageError.Sample().LayoutFiles()));
        for (var length = 0; length < bytes.Length; length += 211)
            Survives(_folder.Write("image.tar", bytes[..length]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_garbled_byte_of_an_archive_is_refused_or_harmless(bool docker)
    {
        var bytes = File.ReadAllBytes(ImageSample.WriteTar(
            _folder, "whole.tar", docker ? ExpectedImageError.Sample().ArchiveFiles() : ExpectedImageError.Sample().LayoutFiles()));
        for (var at = 0; at < bytes.Length; at += bytes[at] == 0 ? 151 : 13)
        {
            var garbled = (byte[])bytes.Clone();
            garbled[at] ^= (byte)(at % 255 + 1);
            Survives(_folder.Write("image.tar", garbled));
        }
    }

    private void Survives(string path)
    {
        try
        {
            ImageReader.Open(path, _folder["work"]);
        }
        catch (InputException refused)
        {
            Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
        }
    }
}
