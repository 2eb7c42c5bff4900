using System.Formats.Tar;
using Build.Tests.Images.Building;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;

namespace Build.Tests.Images.Writing;

/// <summary>Images of several platforms as one archive, under an index that keeps its digest.</summary>
public sealed class OciArchiveWriterTests : IDisposable
{
    private readonly StageBuild _build = new();

    public OciArchiveWriterTests()
    {
        _build.Context.Write("proxy", "binary");
        var (one, other) = (_build.Run("FROM scratch AS proxy\nCOPY proxy /proxy\n"), _build.Run("FROM scratch AS proxy\nCOPY proxy /other\n"));
        OciLayoutWriter.Write([one.Image!, other.Image!], _build.Layout);
    }

    public void Dispose() => _build.Dispose();

    [Fact]
    public void It_holds_the_same_images_in_the_same_order()
    {
        Write("a.tar");

        Assert.Equal(
            ImageReader.Open(_build.Layout, _build.Context["work"]).Images.Select(image => (image.Identity.Digest, image.Identity.Name)),
            ImageReader.Open(_build.Context["a.tar"], _build.Context["work"]).Images.Select(image => (image.Identity.Digest, image.Identity.Name)));
    }

    [Fact]
    public void The_index_that_it_names_is_a_blob_that_names_the_images()
    {
        var digest = Write("a.tar");

        var opened = ImageReader.Open(_build.Context["a.tar"], _build.Context["work"]);
        var inner = File.ReadAllBytes(Path.Combine(opened.Path, "blobs/sha256", Digest.ParseHex(digest)!));
        Assert.Equal(digest, Digest.Compute(inner));
        var named = OciJson.Read<OciIndex>(inner).Manifests!.Value.Select(entry => entry.Digest);
        Assert.Equal(opened.Images.Select(image => image.Identity.Digest), named);
    }

    [Fact]
    public void It_is_the_same_when_it_is_written_twice_and_no_time_or_owner_is_in_it()
    {
        Write("a.tar");
        Write("b.tar");

        Assert.Equal(File.ReadAllBytes(_build.Context["a.tar"]), File.ReadAllBytes(_build.Context["b.tar"]));
        using var reader = new TarReader(File.OpenRead(_build.Context["a.tar"]));
        while (reader.GetNextEntry() is { } entry)
            Assert.Equal((DateTimeOffset.UnixEpoch, 0, 0), (entry.ModificationTime, entry.Uid, entry.Gid));
    }

    private string Write(string file)
    {
        using var archive = File.Create(_build.Context[file]);
        return OciArchiveWriter.Write(_build.Layout, archive);
    }
}
