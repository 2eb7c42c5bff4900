using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Build.Tests.Images;
using Build.Tests.Packaging.Inventory;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging;

namespace Build.Tests.Packaging;

public sealed class ImageContextTests : IDisposable
{
    private const string Rid = CompiledProxy.Rid;
    private const string Certificate = "/usr/share/ca-certificates/mozilla/Test.crt";

    private readonly CompiledProxy _compiled = new();

    public ImageContextTests()
    {
        Files.Write("system" + Certificate, Pem());
        Files.Write(
            "system/usr/share/doc/ca-certificates/examples/Local_Root_CA.crt", "-----BEGIN CERTIFICATE-----\nDummy\n-----END CERTIFICATE-----\n");
    }

    private TemporaryFolder Files => _compiled.Folder;

    public void Dispose() => _compiled.Dispose();

    private Task StageAsync(string certificate = Certificate) =>
        new ImageContext(_compiled.Paths, DebianMachine.Runner(certificate), _compiled.Machine)
            .StageAsync(Rid, "2.0.0", DateTimeOffset.UnixEpoch, CancellationToken.None);

    private string Staged(string name) => File.ReadAllText(Files["artifacts/context/rootfs/" + name]);

    [Fact]
    public async Task Everything_that_scanners_read_is_laid_out()
    {
        await StageAsync();

        Assert.Equal("12.15\n", Staged("etc/debian_version"));
        Assert.Contains("ID=debian", Staged("etc/os-release"), StringComparison.Ordinal);
        Assert.Contains("Microsoft.NETCore.App.Runtime.linux-x64/10.0.12", Staged("claude-code-proxy.deps.json"), StringComparison.Ordinal);
        Assert.StartsWith(
            "Package: libssl3\nSource: openssl\nVersion: 3.0.22-1~deb12u2\nArchitecture: amd64\n",
            Staged("var/lib/dpkg/status.d/libssl3"),
            StringComparison.Ordinal);
        Assert.Contains("statically linked into /claude-code-proxy: libssl.a", Staged("var/lib/dpkg/status.d/libssl3"), StringComparison.Ordinal);
        Assert.Contains("/etc/ssl/certs/ca-certificates.crt", Staged("var/lib/dpkg/status.d/ca-certificates"), StringComparison.Ordinal);
        Assert.Contains("pkg:deb/debian/libssl3@3.0.22-1~deb12u2", Staged("usr/share/sbom/claude-code-proxy.cdx.json"), StringComparison.Ordinal);
        Assert.Equal(Staged("usr/share/sbom/claude-code-proxy.cdx.json"), File.ReadAllText(_compiled.Paths.Sbom));
        Assert.Equal(7, Directory.GetFiles(Files["artifacts/context/rootfs"], "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task The_bundle_holds_the_certificates_of_the_package_and_nothing_else()
    {
        Files.Write("system/usr/local/share/ca-certificates/company.crt", Pem());
        await StageAsync();

        Assert.Equal(File.ReadAllText(Files["system" + Certificate]) + "\n", Staged("etc/ssl/certs/ca-certificates.crt"));
    }

    [Fact]
    public async Task Modes_are_fixed_because_engines_copy_them()
    {
        await StageAsync();

        Assert.All(
            new DirectoryInfo(Files["artifacts/context/rootfs"]).EnumerateFileSystemInfos("*", SearchOption.AllDirectories),
            entry => Assert.Equal(entry is DirectoryInfo ? 0b111_101_101 : 0b110_100_100, (int)entry.UnixFileMode));
    }

    [Fact]
    public async Task What_an_earlier_run_staged_is_gone_and_the_rest_of_the_context_stays()
    {
        var old = Files.Write("artifacts/context/rootfs/var/lib/dpkg/status.d/libold", "old");
        var claude = Files.Write("artifacts/context/claude", "program");
        await StageAsync();

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(claude));
    }

    [Fact]
    public async Task Ubuntu_is_told_by_the_file_that_scanners_look_for()
    {
        Files.Write("system/etc/os-release", "ID=\"ubuntu\"\n");
        Files.Write("system/etc/lsb-release", "DISTRIB_ID=Ubuntu\n");
        await StageAsync();

        Assert.Equal("DISTRIB_ID=Ubuntu\n", Staged("etc/lsb-release"));
    }

    [Theory]
    [InlineData("ID=fedora\n", "fedora")]
    [InlineData("", "an unknown distribution")]
    public async Task Another_distribution_is_bad_input(string release, string name)
    {
        Files.Write("system/etc/os-release", release);

        var error = await Assert.ThrowsAsync<InputException>(() => StageAsync());

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains("Debian or Ubuntu", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_binary_it_says_to_compile_first()
    {
        File.Delete(_compiled.Paths.Binary(Rid));

        Assert.Contains("--target=Compile", (await Assert.ThrowsAsync<InputException>(() => StageAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_certificates_it_says_what_to_install()
    {
        var error = await Assert.ThrowsAsync<InputException>(() => StageAsync("/usr/share/doc/ca-certificates/README"));

        Assert.Contains("apt-get install ca-certificates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_none_is_bad_input()
    {
        Files.Write("system" + Certificate, "rubbish");

        var error = await Assert.ThrowsAsync<InputException>(() => StageAsync());

        Assert.Contains("Test.crt is not a certificate", error.Message, StringComparison.Ordinal);
    }

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem();
    }
}
