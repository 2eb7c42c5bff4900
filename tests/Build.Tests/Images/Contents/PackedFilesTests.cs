using System.IO.Compression;
using System.Text;
using Build.Tests.Images.Reading;
using Build.Tests.Secrets;
using ContainerSecurity.Images.Contents;

namespace Build.Tests.Images.Contents;

public class PackedFilesTests
{
    private static readonly byte[] Tar = new TarSample().File("x/a", "text").File("./b", "more").ToBytes();

    private static readonly byte[] Cut = TarSample.Gzip(new TarSample().File("a", Fills.Random(1)(50_000, Fills.Letters)).ToBytes())[..20_000];

    public static TheoryData<string, byte[]> Archives => new()
    {
        { "jar", Zip(("x/a", "text"u8.ToArray()), ("b", "more"u8.ToArray())) },
        { "tar", Tar },
        { "tgz", TarSample.Gzip(Tar) },
        { "tzst", TarSample.Zstd(Tar) },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public void Files_of_an_archive_are_read_under_its_name(string extension, byte[] archive) =>
        Assert.Equal([$"/d.{extension}!/x/a=text", $"/d.{extension}!/b=more"], Read($"/d.{extension}", archive).Files);

    [Fact]
    public void A_file_that_is_no_archive_is_itself_and_a_compressed_one_what_it_unpacks_to()
    {
        Assert.Equal(["/a=text"], Read("/a", "text"u8.ToArray()).Files);
        Assert.Equal(["/a.gz=text"], Read("/a.gz", TarSample.Gzip("text"u8.ToArray())).Files);
        Assert.Equal(["/empty="], Read("/empty", []).Files);
    }

    [Fact]
    public void An_archive_in_an_archive_is_searched_as_it_is_and_named()
    {
        var inner = Zip(("b", "text"u8.ToArray()));
        var (files, unread) = Read("/a.war", Zip(("lib/i.jar", inner)));

        Assert.Equal("/a.war!/lib/i.jar=" + Encoding.Latin1.GetString(inner), Assert.Single(files));
        Assert.Equal("/a.war was not read in full: an archive in it is not opened.", Assert.Single(unread));
    }

    [Theory]
    [InlineData("xz", new byte[] { 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1 })]
    [InlineData("7z", new byte[] { 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 1 })]
    public void What_cannot_be_opened_is_searched_as_it_is_and_named(string format, byte[] content)
    {
        var (files, unread) = Read("/a", content);

        Assert.Single(files);
        Assert.StartsWith($"/a was not read in full: {format} is not read", Assert.Single(unread), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_gives_what_it_has_and_is_named()
    {
        Assert.Contains("damaged", Assert.Single(Read("/a.jar", Zip(("a", "text"u8.ToArray()))[..^9]).Unread), StringComparison.Ordinal);
        Assert.Contains("damaged", Assert.Single(Read("/a.tgz", Cut).Unread), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var bomb = TarSample.Gzip(new byte[100 * 1024 * 1024]);
        var (files, unread) = Read("/bomb.gz", bomb);

        Assert.True(files.Single().Length < 80 * 1024 * 1024);
        Assert.Contains("times its size", Assert.Single(unread), StringComparison.Ordinal);
    }

    private static (List<string> Files, IReadOnlyList<string> Unread) Read(string path, byte[] content)
    {
        var packed = new PackedFiles();
        var files = packed.Open(path, new MemoryStream(content), content.Length).Select(file =>
            $"{file.Path}={new StreamReader(file.Content, Encoding.Latin1).ReadToEnd()}").ToList();
        return (files, packed.Unread);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
