using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Packaging.Inventory;

namespace Build.Tests.Packaging.Inventory;

public sealed class BinaryInventoryTests : IDisposable
{
    private const string Dependencies = """
        {"libraries":{"runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12":{},"runtimepack.Microsoft.AspNetCore.App.Runtime.linux-x64/10.0.12":{}}}
        """;

    private static readonly DebianPackage OpenSsl = new()
    {
        Name = "libssl3",
        Version = "3.0.22-1~deb12u2",
        Source = "openssl",
        SourceVersion = "3.0.22-1~deb12u2",
        Architecture = "amd64",
        Maintainer = "OpenSSL Team",
    };

    private readonly CompiledProxy _compiled = new();

    public void Dispose() => _compiled.Dispose();

    private SbomDocument Read(params DebianPackage[] packages) => new BinaryInventory(_compiled.Paths, _compiled.Machine).Read(
        CompiledProxy.Rid, new StagedParts(
            Dependencies, [.. packages.Select(package => new DescribedPackage(package, "linked"))]), "2.0.0", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Everything_that_is_linked_is_a_component_with_its_package_url()
    {
        var sbom = Read(OpenSsl);

        Assert.Equal(
            [
                "library:brotli@dotnet-10.0.12",
                "library:zlib-ng@dotnet-10.0.12",
                "operating-system:debian@12",
                "pkg:deb/debian/libssl3@3.0.22-1~deb12u2?arch=amd64&distro=debian-12",
                "pkg:nuget/Microsoft.AspNetCore.App.Runtime.linux-x64@10.0.12",
                "pkg:nuget/Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64@10.0.12",
                "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.12",
            ],
            sbom.Components.Select(component => component.Ref));
        Assert.Equal(["Apache-2.0"], sbom.Components.Where(component => component.Name == "libssl3").Select(component => component.License));
    }

    [Fact]
    public void Compilers_and_linker_are_tools_and_not_inside() => Assert.Equal(
        [
            "Microsoft.DotNet.ILCompiler 10.0.12", "Microsoft.NET.ILLink.Tasks 10.0.12", "runtime.linux-x64.Microsoft.DotNet.ILCompiler 10.0.12",
            "clang 20.1.8", "lld 14.0.6",
        ],
        Read(OpenSsl).Tools.Select(tool => $"{tool.Name} {tool.Version}"));

    [Fact]
    public void What_the_linker_took_nothing_of_is_named_as_left_out()
    {
        _compiled.WriteArchives("48\t7\t/packages/libz.a", "21\t0\t/packages/libbrotlienc.a");

        var sbom = Read(OpenSsl);

        Assert.Equal([("brotli", true), ("zlib-ng", false)], sbom.Components
            .Where(component => component.Purl is null && component.Type == "library")
            .Select(component => (component.Name, component.IsExcluded)));
        Assert.Contains("library:zlib-ng@dotnet-10.0.12", sbom.Product.DependsOn);
        Assert.DoesNotContain("library:brotli@dotnet-10.0.12", sbom.Product.DependsOn);
    }

    [Fact]
    public void Packages_hang_below_their_distribution_because_scanners_drop_them_elsewhere() => Assert.Equal(
        ["pkg:deb/debian/libssl3@3.0.22-1~deb12u2?arch=amd64&distro=debian-12"],
        Read(OpenSsl).Components.Single(component => component.Type == "operating-system").DependsOn.AsEnumerable());

    [Fact]
    public void A_binary_of_another_runtime_than_the_pack_is_bad_input()
    {
        _compiled.WritePackage("Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64", "0000000000000000000000000000000000000000");

        Assert.Contains("runtime pack", Assert.Throws<InputException>(() => Read(OpenSsl)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_with_another_OpenSSL_than_the_package_is_bad_input()
    {
        Assert.Contains(
            "OpenSSL 3.0.22", Assert.Throws<InputException>(() => Read(OpenSsl with { Version = "3.0.17-1" })).Message, StringComparison.Ordinal);
        Assert.Contains("(none)", Assert.Throws<InputException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("rubbish\n")]
    [InlineData("members\textracted\tarchive\n")]
    public void Without_the_linkers_count_it_says_to_compile_again(string? content)
    {
        if (content is null)
            File.Delete(_compiled.Paths.LinkedArchives(CompiledProxy.Rid));
        else
            File.WriteAllText(_compiled.Paths.LinkedArchives(CompiledProxy.Rid), content);

        Assert.Contains("--target=Clean", Assert.Throws<InputException>(() => Read(OpenSsl)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_missing_from_NuGets_folder_is_bad_input()
    {
        Directory.Delete(_compiled.Folder["nuget/microsoft.dotnet.ilcompiler"], recursive: true);

        Assert.Contains("microsoft.dotnet.ilcompiler", Assert.Throws<InputException>(() => Read(OpenSsl)).Message, StringComparison.Ordinal);
    }
}
