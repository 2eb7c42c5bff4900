using Build.Tests.Images;
using ContainerSecurity.Packaging.Inventory;
using ContainerSecurity.Packaging.Sysroots;
using ContainerSecurity.Processes;

namespace Build.Tests.Packaging.Sysroots;

/// <summary>The real dpkg-query reads what is written of unpacked packages, also of a foreign architecture.</summary>
public sealed class DpkgDatabaseWriterTests : IDisposable
{
    private const string Control = """
        Package: libssl-dev
        Source: openssl (3.0.1)
        Version: 3.0.1-2
        Architecture: arm64
        Maintainer: Somebody <somebody@example.org>
        Depends: libssl3 (= 3.0.1-2)
        Multi-Arch: same
        Description: sample
         of two lines
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly DebianDatabase _database;

    public DpkgDatabaseWriterTests()
    {
        _folder.Write("unpacked/usr/lib/aarch64-linux-gnu/libssl.a", "x");
        var writer = new DpkgDatabaseWriter(_folder["root/var/lib/dpkg"]);
        writer.Add(Control, _folder["unpacked"]);
        writer.Write();
        _database = new DebianDatabase(new ToolRunner(), _folder["root"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_package_is_installed_there()
    {
        var package = Assert.Single(await _database.PackagesAsync(["libssl-dev"], "arm64", CancellationToken.None));

        Assert.Equal(("3.0.1-2", "openssl", "3.0.1"), (package.Version, package.Source, package.SourceVersion));
        Assert.Equal(["libssl3"], package.Dependencies);
    }

    [Fact]
    public async Task Its_files_are_its_own()
    {
        const string File = "/usr/lib/aarch64-linux-gnu/libssl.a";

        Assert.Equal("libssl-dev", Assert.Single((await _database.OwnersAsync([File], CancellationToken.None))[File]));
    }

    [Fact]
    public async Task What_is_only_on_this_machine_is_not_there() =>
        Assert.Empty(await _database.PackagesAsync(["dpkg"], "amd64", CancellationToken.None));
}
