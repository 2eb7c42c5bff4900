using Build.Tests.Images;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging.Inventory;

namespace Build.Tests.Packaging.Inventory;

public sealed class LinkedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_rule_names_what_was_linked()
    {
        var path = _folder.Write(
            "linked.d", "bin/native/proxy: \\\n /lib/rcrt1.o \\\n obj/proxy.o \\\n /usr/lib/libssl.a\n\n/lib/rcrt1.o:\n\n/usr/lib/libssl.a:\n");

        Assert.Equal(["/lib/rcrt1.o", "obj/proxy.o", "/usr/lib/libssl.a"], LinkedFiles.Read(path).AsEnumerable());
    }

    [Fact]
    public void Blanks_and_dollars_in_names_are_unescaped()
    {
        var path = _folder.Write("linked.d", "out: \\\n /a\\ folder/lib$$x.a \\\n /b\\#1.a\n");

        Assert.Equal(["/a folder/lib$x.a", "/b#1.a"], LinkedFiles.Read(path).AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("out:")]
    [InlineData("just some text")]
    public void Another_file_is_bad_input(string content)
    {
        var path = _folder.Write("linked.d", content);

        Assert.Contains(
            $"{path} is not a list of linked files", Assert.Throws<InputException>(() => LinkedFiles.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_to_compile_again() =>
        Assert.Contains("compile again", Assert.Throws<InputException>(() => LinkedFiles.Read(_folder["missing"])).Message, StringComparison.Ordinal);
}
