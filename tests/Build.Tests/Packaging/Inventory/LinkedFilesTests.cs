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

    /// <summary>The project file makes such copies: without their unwinding tables.</summary>
    [Theory]
    [InlineData("obj/Release/net10.0/linux-x64/native/copies/usr/lib/libssl.a", "/usr/lib/libssl.a")]
    [InlineData("/src/proxy/obj/Release/net10.0/linux-arm64/native/copies/cache/sysroot/usr/lib/libssl.a", "/cache/sysroot/usr/lib/libssl.a")]
    [InlineData("/usr/lib/copies/libssl.a", "/usr/lib/copies/libssl.a")]
    [InlineData("obj/Release/net10.0/linux-x64/native/copies.a", "obj/Release/net10.0/linux-x64/native/copies.a")]
    public void A_copy_of_the_projects_own_stands_for_its_original(string linked, string original)
    {
        var path = _folder.Write("linked.d", $"out: \\\n {linked}\n");

        Assert.Equal([original], LinkedFiles.Read(path).AsEnumerable());
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
