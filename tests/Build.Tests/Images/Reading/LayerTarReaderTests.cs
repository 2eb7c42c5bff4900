using System.Formats.Tar;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Reading;

namespace Build.Tests.Images.Reading;

public class LayerTarReaderTests
{
    private static readonly string LongName = $"{new string('a', 90)}/{new string('b', 90)}/{new string('c', 90)}";

    private static List<LayerEntry> Read(byte[] tar) => [.. LayerTarReader.Read(() => new MemoryStream(tar), "image.tar", "sha256:1")];

    [Fact]
    public void Files_folders_links_and_devices_are_told_apart()
    {
        var entries = Read(new TarSample()
            .Directory("etc/")
            .File("etc/passwd", "root")
            .Link(TarEntryType.SymbolicLink, "etc/link", "passwd")
            .Link(TarEntryType.HardLink, "etc/hard", "etc/passwd")
            .Add(TarEntryType.Fifo, "pipe", _ => { })
            .ToBytes());

        Assert.Equal(
            [
                ("/etc", LayerEntryKind.Directory, null),
                ("/etc/passwd", LayerEntryKind.File, null),
                ("/etc/link", LayerEntryKind.SymbolicLink, "passwd"),
                ("/etc/hard", LayerEntryKind.HardLink, "etc/passwd"),
                ("/pipe", LayerEntryKind.Other, (string?)null),
            ],
            entries.Select(entry => (entry.Path, entry.Kind, entry.LinkTarget)));
        Assert.Equal([0, 4, 0, 0, 0], entries.Select(entry => entry.Size));
    }

    [Fact]
    public void Mode_and_owner_are_read_setuid_too()
    {
        var entry = Assert.Single(Read(new TarSample()
            .Add(TarEntryType.RegularFile, "su", entry => (entry.Mode, entry.Uid, entry.Gid) = ((UnixFileMode)0b100_111_101_101, 5, 7))
            .ToBytes()));

        Assert.Equal((0b100_111_101_101, 5, 7), (entry.Mode, entry.Uid, entry.Gid));
        Assert.Equal(-1, entry.Content!.ReadByte());
    }

    [Fact]
    public void Whiteouts_name_what_they_remove()
    {
        var entries = Read(
            new TarSample().File("srv/.wh.secret", "").File("opt/.wh..wh..opq", "").File(".wh..wh.plnk", "").File("srv/wh.kept", "").ToBytes());

        Assert.Equal(
            [
                ("/srv/secret", LayerEntryKind.Whiteout),
                ("/opt", LayerEntryKind.OpaqueWhiteout),
                ("/.wh..wh.plnk", LayerEntryKind.Other),
                ("/srv/wh.kept", LayerEntryKind.File),
            ],
            entries.Select(entry => (entry.Path, entry.Kind)));
    }

    [Theory]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Long_names_are_read_in_both_ways_of_writing_them(TarEntryFormat format) =>
        Assert.Equal("/" + LongName, Assert.Single(Read(new TarSample { Format = format }.File(LongName, "x").ToBytes())).Path);

    [Theory]
    [InlineData("./etc/x", "/etc/x")]
    [InlineData("/etc//x", "/etc/x")]
    [InlineData("etc/./y/../x", "/etc/x")]
    public void A_path_has_one_spelling(string name, string path) =>
        Assert.Equal(path, Assert.Single(Read(new TarSample().File(name, "x").ToBytes())).Path);

    [Fact]
    public void Gzip_is_unpacked_by_content_not_by_name() =>
        Assert.Equal("/x", Assert.Single(Read(TarSample.Gzip(new TarSample().File("x", "1").ToBytes()))).Path);

    [Fact]
    public void A_zstd_layer_of_several_frames_is_read_like_any_other()
    {
        var tar = new TarSample().File("x", "1").File("y", new string('y', 100_000)).ToBytes();
        byte[] skipped = [0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2];
        byte[] stored = [.. TarSample.Zstd(tar[..700]), .. skipped, .. TarSample.Zstd(tar[700..]), .. skipped];

        Assert.Equal(["/x", "/y"], Read(stored).Select(entry => entry.Path));
    }

    [Fact]
    public void A_zstd_layer_that_is_cut_off_is_damaged()
    {
        var stored = TarSample.Zstd(new TarSample().File("x", "1").ToBytes())[..^8];

        Assert.Contains("cannot be read", Assert.Throws<InputException>(() => Read(stored)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'B', (byte)'Z', (byte)'h', (byte)'9' }, "bzip2")]
    [InlineData(new byte[] { 0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z' }, "xz")]
    public void Another_compression_is_refused_by_name_with_a_way_out(byte[] start, string compression)
    {
        var error = Assert.Throws<InputException>(() => Read(start));

        Assert.Contains($"image.tar: layer sha256:1 is compressed with {compression}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_leads_out_of_the_image_is_refused() =>
        Refused(new TarSample().File("etc/../../x", "1").ToBytes(), "leads out of the image");

    [Fact]
    public void A_sparse_file_is_refused_because_its_stored_bytes_are_not_its_content() =>
        Refused(new TarSample { Format = TarEntryFormat.Pax }.Attributed("x", "GNU.sparse.major", "1").ToBytes(), "unknown type");

    [Fact]
    public void A_tar_that_ends_inside_a_file_is_refused() =>
        Refused(new TarSample().File("x", new byte[2000]).File("y", "1").ToBytes()[..1500], "cannot be read");

    [Fact]
    public void A_size_beyond_all_bounds_is_refused()
    {
        var tar = new TarSample().File("x", "1").ToBytes();
        "77777777777\0"u8.CopyTo(tar.AsSpan(124));
        Checksum(tar);

        Refused(tar, "cannot be read");
    }

    private static void Refused(byte[] tar, string why)
    {
        var error = Assert.Throws<InputException>(() => Read(tar));

        Assert.StartsWith("image.tar is not an intact image", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    private static void Checksum(byte[] tar)
    {
        tar.AsSpan(148, 8).Fill((byte)' ');
        var sum = Convert.ToString(tar.Take(512).Sum(value => value), 8).PadLeft(6, '0') + "\0 ";
        System.Text.Encoding.ASCII.GetBytes(sum).CopyTo(tar, 148);
    }

    [Fact]
    public void A_path_that_Linux_cannot_hold_is_refused()
    {
        var tar = new TarSample { Format = TarEntryFormat.Pax }.File(string.Concat(Enumerable.Repeat("a/", 3000)) + "b", "x").ToBytes();

        Assert.Contains("more than Linux allows", Assert.Throws<InputException>(() => Read(tar)).Message);
    }

    [Fact]
    public void Capabilities_are_seen_among_other_attributes()
    {
        var attributes = WithAttributes("a?b?c");

        Assert.True(Assert.Single(Read(attributes)).HasCapabilities);
        Assert.False(Assert.Single(Read(new TarSample { Format = TarEntryFormat.Pax }.File("x", "x").ToBytes())).HasCapabilities);
    }

    /// <summary>The runtime's reader does not read on behind a line break in a value, where an engine does.</summary>
    [Fact]
    public void An_attribute_that_would_hide_those_behind_it_is_refused()
    {
        var attributes = WithAttributes("a?b?c");
        attributes.AsSpan().Replace((byte)'?', (byte)'\n');

        Assert.Contains("an extended attribute with a line break", Assert.Throws<InputException>(() => Read(attributes)).Message);
    }

    private static byte[] WithAttributes(string other)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(
                TarEntryType.RegularFile,
                "x",
                [KeyValuePair.Create("SCHILY.xattr.security.a", other), KeyValuePair.Create("SCHILY.xattr.security.capability", "planted")]));
        }

        return tar.ToArray();
    }
}
