using System.Text;
using System.Text.Json.Nodes;

namespace Build.Tests.Images.Reading;

public sealed class HostileLayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void Refused(string path, string why) => Assert.Contains(why, ExpectedImageError.Read(path, _folder), StringComparison.Ordinal);

    [Fact]
    public void A_layout_in_which_any_blob_was_changed_is_refused()
    {
        var files = ExpectedImageError.Sample().LayoutFiles();
        foreach (var blob in files.Keys.Where(name => name.StartsWith("blobs/", StringComparison.Ordinal)))
        {
            var changed = files.ToDictionary(file => file.Key, file => (byte[])file.Value.Clone());
            changed[blob][^1] ^= 1;

            Refused(ImageSample.WriteFolder(_folder, blob, changed), "has the digest");
        }
    }

    [Fact]
    public void A_layout_in_which_any_blob_is_missing_or_cut_is_refused()
    {
        var files = ExpectedImageError.Sample().LayoutFiles();
        foreach (var blob in files.Keys.Where(name => name.StartsWith("blobs/", StringComparison.Ordinal)).ToList())
        {
            Refused(ImageSample.WriteFolder(_folder, "cut/" + blob, new(files) { [blob] = files[blob][..^1] }), "are declared");
            files.Remove(blob, out var content);
            Refused(ImageSample.WriteFolder(_folder, "missing/" + blob, files), "is missing");
            files[blob] = content!;
        }
    }

    [Theory]
    [InlineData("sha256:../../../../etc/passwd")]
    [InlineData("sha512:aaaa")]
    [InlineData(null)]
    public void A_digest_that_is_none_never_becomes_a_path(string? digest)
    {
        var blobs = new Dictionary<string, byte[]>();
        var entry = ExpectedImageError.Sample().AddTo(blobs);
        entry["digest"] = digest;

        Refused(ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(blobs, entry)), "is not a SHA-256 digest");
    }

    [Theory]
    [InlineData("index.json", "rubbish", "index.json cannot be read")]
    [InlineData("index.json", """{"manifests":null}""", "lists no image")]
    [InlineData("index.json", """{"manifests":[null]}""", "null in a list")]
    [InlineData("oci-layout", """{"imageLayoutVersion":"2.0.0"}""", "layout version is 2.0.0")]
    [InlineData("oci-layout", "{}", "layout version is missing")]
    public void A_layout_with_a_wrong_document_is_refused(string name, string content, string why)
    {
        var files = ExpectedImageError.Sample().LayoutFiles();
        files[name] = Encoding.UTF8.GetBytes(content);

        Refused(ImageSample.WriteFolder(_folder, "layout", files), why);
    }

    [Fact]
    public void A_manifest_that_is_none_is_refused()
    {
        var blobs = new Dictionary<string, byte[]>();
        var entry = ImageSample.Blob(blobs, "{}"u8.ToArray(), ImageSample.Manifest);

        Refused(ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(blobs, entry)), "neither an index nor a manifest");
    }

    [Fact]
    public void Indexes_in_indexes_have_an_end()
    {
        var blobs = new Dictionary<string, byte[]>();
        var entry = ExpectedImageError.Sample().AddTo(blobs);
        for (var depth = 0; depth < 6; depth++)
        {
            entry = ImageSample.Blob(
                blobs, Encoding.UTF8.GetBytes(new JsonObject { ["manifests"] = new JsonArray(entry) }.ToJsonString()), ImageSample.Index);
        }

        Refused(ImageSample.WriteFolder(_folder, "layout", ImageSample.LayoutFiles(blobs, entry)), "nested more than");
    }

    [Fact]
    public void A_layer_that_leads_out_of_the_image_is_refused_when_the_image_is_opened()
    {
        var files = new ImageSample().Layer(new TarSample().File("../../etc/cron.d/x", "1")).LayoutFiles();

        Refused(ImageSample.WriteFolder(_folder, "layout", files), "leads out of the image");
    }
}
