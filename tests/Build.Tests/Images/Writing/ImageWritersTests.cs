using Build.Tests.Images.Building;
using ContainerSecurity.Checkout;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;

namespace Build.Tests.Images.Writing;

public sealed class ImageWritersTests : IDisposable
{
    private const string Dockerfile = "FROM scratch AS proxy\nCOPY proxy /proxy\nCOPY proxy /twice\nUSER 65532\nLABEL a=b\n";

    private readonly StageBuild _build = new();

    public ImageWritersTests() => _build.Context.Write("proxy", "binary");

    public void Dispose() => _build.Dispose();

    [Fact]
    public void Both_forms_read_back_as_the_image_that_was_built()
    {
        var built = _build.Run(Dockerfile).Image!;
        OciLayoutWriter.Write([built], _build.Layout);
        DockerArchiveWriter.Write(built, _build.Archive);

        var layout = Assert.Single(ImageReader.Open(_build.Layout, _build.Context["work"]).Images);
        var archive = Assert.Single(ImageReader.Open(_build.Archive, _build.Context["work"]).Images);

        Assert.Equal(built.Identity, layout.Identity);
        Assert.Equal(built.Identity with { Digest = null }, archive.Identity);
        Assert.Equal(["/proxy", "/twice"], StageBuild.Paths(layout));
        Assert.Equal(StageBuild.Paths(layout), StageBuild.Paths(archive));
        Assert.Equal(layout.Layers.Select(layer => (layer.Digest, layer.DiffId)), archive.Layers.Select(layer => (layer.Digest, layer.DiffId)));
        Assert.Equal(layout.Config.Labels, archive.Config.Labels);
    }

    [Fact]
    public void Equal_layers_are_stored_once()
    {
        var built = _build.Run("FROM scratch AS proxy\nCOPY proxy /proxy\nCOPY proxy /proxy\n").Image!;
        DockerArchiveWriter.Write(built, _build.Archive);

        Assert.Equal(2, Assert.Single(ImageReader.Open(_build.Archive, _build.Context["work"]).Images).Layers.Length);
        using var tar = new System.Formats.Tar.TarReader(File.OpenRead(_build.Archive));
        var entries = 0;
        while (tar.GetNextEntry() is not null)
            entries++;
        Assert.Equal(3, entries);
    }

    [Fact]
    public void Several_images_share_one_layout()
    {
        var built = _build.Run(Dockerfile).Image!;
        var other = _build.Run(Dockerfile + "EXPOSE 1\n").Image!;
        OciLayoutWriter.Write([built, other], _build.Layout);

        Assert.Equal(
            [built.Identity, other.Identity], ImageReader.Open(_build.Layout, _build.Context["work"]).Images.Select(image => image.Identity));
    }

    [Fact]
    public void A_new_image_replaces_the_old_one_without_leaving_anything_of_it()
    {
        OciLayoutWriter.Write([_build.Run(Dockerfile).Image!], _build.Layout);
        _build.Context.Write("out/image/stray", "old");
        var built = _build.Run(Dockerfile + "EXPOSE 1\n").Image!;
        OciLayoutWriter.Write([built], _build.Layout);

        Assert.False(File.Exists(Path.Combine(_build.Layout, "stray")));
        Assert.Equal(2 + 2 + built.Layers.Length, Directory.GetFiles(_build.Layout, "*", SearchOption.AllDirectories).Length);
        Assert.Equal(["image"], Directory.GetFileSystemEntries(_build.Context["out"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_former_output_and_no_draft()
    {
        var file = _build.Context.Write("out/file", "former");
        var folder = Path.GetDirectoryName(_build.Context.Write("out/folder/x", "former"))!;

        Assert.Throws<InvalidOperationException>(() => AtomicOutput.File(file, stream => throw new InvalidOperationException()));
        Assert.Throws<InvalidOperationException>(() => AtomicOutput.Folder(folder, draft => throw new InvalidOperationException()));

        Assert.Equal("former", File.ReadAllText(file));
        Assert.Equal("former", File.ReadAllText(Path.Combine(folder, "x")));
        Assert.Equal(2, Directory.GetFileSystemEntries(_build.Context["out"]).Length);
    }
}
