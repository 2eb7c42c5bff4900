using ContainerSecurity.Findings;
using ContainerSecurity.Packaging.Inventory;
using ContainerSecurity.Processes;

namespace Build.Tests.Packaging.Inventory;

public class LinkedPackagesTests
{
    private static async Task<IEnumerable<string>> FindAsync(IToolRunner runner, params string[] linked)
    {
        var packages = await new LinkedPackages(new DebianDatabase(runner), "linux-x64", "amd64").FindAsync([.. linked], CancellationToken.None);
        return packages.Select(linked => $"{linked.Package.Name} {linked.Package.Version}: {string.Join(' ', linked.Files)}");
    }

    [Fact]
    public async Task What_was_linked_is_told_by_the_packages_that_advisories_speak_of()
    {
        var packages = await FindAsync(
            DebianMachine.Runner(),
            "/lib/x86_64-linux-gnu/rcrt1.o",
            "/usr/lib/gcc/x86_64-linux-gnu/12/libgcc.a",
            "/lib/x86_64-linux-gnu/libssl.a",
            "/usr/lib/gcc/x86_64-linux-gnu/12/../../../x86_64-linux-gnu/libc.a",
            "obj/Release/net10.0/linux-x64/native/claude-code-proxy.o",
            "/home/me/.nuget/packages/microsoft.netcore.app.runtime.nativeaot.linux-x64/10.0.12/runtimes/linux-x64/native/libz.a");

        Assert.Equal(
            ["libc6 2.36-9+deb12u14: libc.a rcrt1.o", "libgcc-s1 12.2.0-14+deb12u1: libgcc.a", "libssl3 3.0.22-1~deb12u2: libssl.a"],
            packages);
    }

    [Fact]
    public async Task A_package_without_a_runtime_counterpart_is_told_by_its_own_name_and_found_where_dpkg_has_it() =>
        Assert.Equal(["libold-static 1:2.0-1+b3: libold.a"], await FindAsync(DebianMachine.Runner(), "/usr/lib/x86_64-linux-gnu/libold.a"));

    [Theory]
    [InlineData("/usr/local/lib/libssl.a")]
    [InlineData("/home/me/libfast.a")]
    [InlineData("/home/me/.nuget/packages/some.package/1.0.0/libz.a")]
    public async Task A_linked_file_that_nobody_can_name_is_bad_input(string file)
    {
        var error = await Assert.ThrowsAsync<InputException>(() => FindAsync(DebianMachine.Runner(), file));

        Assert.StartsWith($"{file} was linked into the binary, but no Debian package owns it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_of_another_architecture_do_not_count()
    {
        var find = new LinkedPackages(new DebianDatabase(DebianMachine.Runner()), "linux-arm64", "arm64")
            .FindAsync(["/usr/lib/x86_64-linux-gnu/libssl.a"], CancellationToken.None);

        Assert.Contains("does not list it for arm64", (await Assert.ThrowsAsync<InputException>(() => find)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_real_dpkg_knows_the_C_library()
    {
        const string Archive = "/usr/lib/x86_64-linux-gnu/libc.a";
        Requirement.Require(File.Exists(Archive) && File.Exists("/usr/bin/dpkg-query"), $"{Archive} of Debian's libc6-dev");

        Assert.StartsWith("libc6 2.", Assert.Single(await FindAsync(new ToolRunner(), Archive)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_says_what_dpkg_says_and_the_source_where_it_is_another()
    {
        var package = new DebianPackage
        {
            Name = "libx1",
            Version = "1.0-1+b2",
            Source = "x",
            SourceVersion = "1.0-1",
            Architecture = "amd64",
            Maintainer = "M <m@example.org>",
        };

        Assert.Equal(
            "Package: libx1\nSource: x (1.0-1)\nVersion: 1.0-1+b2\nArchitecture: amd64\nMaintainer: M <m@example.org>\nDescription: why\n",
            package.ToControlParagraph("why"));
        Assert.Contains("\nSource: x\n", (package with { SourceVersion = package.Version }).ToControlParagraph("why"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Source", (package with { SourceVersion = package.Version, Source = "libx1" }).ToControlParagraph("why"), StringComparison.Ordinal);
    }
}
