using System.Text;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace Build.Tests.Checkout;

public sealed class BoundedFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("a: é\n")]
    [InlineData("\ufeffa: é\n")]
    public void UTF8_is_read_with_or_without_a_byte_order_mark(string text)
    {
        File.WriteAllText(_file, text);

        Assert.Equal("a: é\n", BoundedFile.ReadText("x.yaml", _file));
    }

    public static TheoryData<byte[], int, string> Wrong => new()
    {
        { Encoding.Latin1.GetBytes("a: b\n# é\n"), 2, "not UTF-8" },
        { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a: b\n")).ToArray(), 1, "not UTF-8" },
        { Encoding.Unicode.GetBytes("a: b\n"), 1, "NUL" },
        { "a: b\n\n\0\nc: d\n"u8.ToArray(), 3, "NUL" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Anything_else_is_refused_with_its_line(byte[] content, int line, string why)
    {
        File.WriteAllBytes(_file, content);

        var error = Assert.Throws<InputException>(() => BoundedFile.ReadText("x.yaml", _file));

        Assert.StartsWith($"x.yaml:{line}: ", error.Message);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UTF16_is_read_where_other_programs_read_it_and_its_mark_stands_first(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        Assert.Equal("a: é\n", BoundedFile.Decode("x.ps1", [.. encoding.GetPreamble(), .. encoding.GetBytes("a: é\n")]));
        Assert.Throws<InputException>(() => BoundedFile.Decode("x.ps1", [.. encoding.GetPreamble(), 0xd8, 0xd8, 0xd8, 0xd8]));
    }

    [Fact]
    public void Ten_megabytes_are_refused()
    {
        File.WriteAllBytes(_file, new byte[10_000_000]);

        var error = Assert.Throws<InputException>(() => BoundedFile.ReadText("x.yaml", _file));
        Assert.Contains("larger than 1 MiB", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_device_without_end_is_refused_too()
    {
        Skip.IfNot(File.Exists("/dev/zero"), "/dev/zero");

        Assert.Throws<InputException>(() => BoundedFile.ReadText("x.yaml", "/dev/zero"));
    }
}
