using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;

namespace Build.Tests.Images.Contents;

public class FileSystemViewTests
{
    [Fact]
    public void A_later_layer_hides_an_earlier_one()
    {
        var view = View([File("/a", "one")], [File("/a", "two")]);

        Assert.Equal("two", view.Resolve("/a")?.Layer);
    }

    [Fact]
    public void A_whiteout_removes_a_file_and_a_whole_folder()
    {
        var view = View([File("/a", "one"), Folder("/d", "one"), File("/d/b", "one")], [Whiteout("/a"), Whiteout("/d")]);

        Assert.Null(view.Resolve("/a"));
        Assert.Null(view.Resolve("/d/b"));
    }

    [Fact]
    public void A_whiteout_removes_a_folder_that_is_no_entry_itself()
    {
        var view = View([File("/d/b/c", "one"), File("/e", "one")], [Whiteout("/d")]);

        Assert.Null(view.Resolve("/d/b/c"));
        Assert.NotNull(view.Resolve("/e"));
    }

    [Fact]
    public void A_link_that_comes_again_does_not_hide_what_was_put_below_it()
    {
        var view = View([Link("/lib", "usr/lib"), File("/lib/tool", "one")], [Link("/lib", "usr/lib")]);

        Assert.Contains("/lib/tool", view.Files.Select(file => file.Path));
    }

    [Fact]
    public void What_was_removed_can_come_again_and_be_removed_again()
    {
        var view = View(
            [File("/d/a/b", "one")],
            [Whiteout("/d")],
            [File("/d/a/b", "three"), File("/d/a/c", "three")],
            [Whiteout("/d/a"), File("/d/x", "four")]);

        Assert.Equal(["/d/x"], view.Files.Select(file => file.Path));
    }

    [Fact]
    public void Many_whiteouts_take_no_longer_than_as_many_files()
    {
        const int Count = 50_000;
        var watch = System.Diagnostics.Stopwatch.StartNew();

        View(
            [.. Enumerable.Range(0, Count).Select(index => Folder($"/d{index}", "one"))],
            [.. Enumerable.Range(0, Count).Select(index => new ImageFile($"/d{index}", LayerEntryKind.OpaqueWhiteout, 0, null, "two"))]);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_opaque_folder_keeps_only_what_its_own_layer_brings()
    {
        var view = View(
            [Folder("/d", "one"), File("/d/old", "one")],
            [File("/d/new", "two"), new ImageFile("/d", LayerEntryKind.OpaqueWhiteout, 0, null, "two")]);

        Assert.Null(view.Resolve("/d/old"));
        Assert.NotNull(view.Resolve("/d/new"));
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_hides_what_was_in_it()
    {
        var view = View([Folder("/d", "one"), File("/d/b", "one")], [File("/d", "two")]);

        Assert.Null(view.Resolve("/d/b"));
    }

    [Theory]
    [InlineData("/bin/tool")]
    [InlineData("/usr/bin/link")]
    [InlineData("/usr/bin/../bin/./tool")]
    [InlineData("/usr/bin/hard")]
    public void Links_on_the_way_are_followed(string path)
    {
        var view = View(
            [
                File("/usr/bin/tool", "one"),
                Link("/bin", "usr/bin"),
                Link("/usr/bin/link", "/bin/tool"),
                new ImageFile("/usr/bin/hard", LayerEntryKind.HardLink, 493, "usr/bin/tool", "one"),
            ]);

        Assert.NotNull(view.Resolve(path));
    }

    [Fact]
    public void A_ring_of_links_ends_nowhere() => Assert.Null(View([Link("/a", "b"), Link("/b", "a")]).Resolve("/a"));

    private static FileSystemView View(params ImageFile[][] layers) =>
        new(layers.Select((files, index) => new LayerContents($"layer{index}", [.. files])));

    private static ImageFile File(string path, string layer) => new(path, LayerEntryKind.File, 493, null, layer);

    private static ImageFile Folder(string path, string layer) => new(path, LayerEntryKind.Directory, 493, null, layer);

    private static ImageFile Link(string path, string target) => new(path, LayerEntryKind.SymbolicLink, 511, target, "one");

    private static ImageFile Whiteout(string path) => new(path, LayerEntryKind.Whiteout, 0, null, "two");
}
