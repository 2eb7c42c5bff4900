using System.Security.Cryptography;
using System.Text;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Gates.Sbom;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Tools;

namespace Build.Tests.Gates.Sbom;

public sealed class SbomGateTests : IDisposable
{
    private const string Id = "sha256:a36547629273b6acd5949c9914e720c6b59f272d9ef3a3aecaf81dbdfca8b551";
    private const string Pack = "Microsoft.NETCore.App.Runtime.linux-x64";

    private static readonly byte[] Program =
        [.. new ElfWriter().ToBytes(), .. Encoding.ASCII.GetBytes("\0.NET: ilc 10.0.12+abc\0OpenSSL 3.0.22 25 Aug 2026\0")];

    private readonly ScanFixture _scene = new();
    private SbomDocument _sbom = Sbom();
    private string _status = "Package: libssl3\nVersion: 3.0.22-1\n";
    private string _dependencies = "{\"libraries\":{\"runtimepack." + Pack + "/10.0.12\":{}}}";
    private string _release = "ID=debian\nVERSION_ID=\"12\"\n";
    private string _seen = $$$"""[{"Name":"libssl3","Version":"3.0.22","Release":"1"},{"Name":"{{{Pack}}}","Version":"10.0.12"}]""";

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Where_all_say_the_same_the_gate_passes()
    {
        var result = await JudgeAsync();

        Assert.Equal((Verdict.Pass, 0), (result.Verdict, result.Findings.Length));
        Assert.Equal((1L, 1L, "proxy 2.0.0"), (result.Coverage.Facts.CountOf(
            "debianPackages"), result.Coverage.Facts.CountOf("runtimePacks"), result.Coverage.Facts.TextOf("product")));
    }

    [Fact]
    public async Task Another_program_than_the_one_described_fails()
    {
        _sbom = _sbom with { Product = _sbom.Product with { Hashes = _sbom.Product.Hashes.SetItem("SHA-256", new string('0', 64)) } };

        await FailsAsync("sbom-binary", "the SBOM describes a program of SHA-256 0000");
    }

    [Theory]
    [InlineData("elf:ilc", "the SBOM says .NET other, the program 10.0.12+abc")]
    [InlineData("elf:openssl", "the SBOM says OpenSSL other, the program 3.0.22")]
    public async Task A_text_in_the_program_that_the_SBOM_contradicts_fails(string property, string message)
    {
        _sbom = _sbom with { Product = _sbom.Product with { Properties = _sbom.Product.Properties.SetItem(property, "other") } };

        await FailsAsync("sbom-binary", message);
    }

    [Fact]
    public async Task A_package_of_the_image_that_the_SBOM_does_not_name_fails()
    {
        _sbom = _sbom with { Components = _sbom.Components.RemoveAll(component => component.Name == "libssl3") };

        await FailsAsync("sbom-image", "the image's dpkg status names libssl3 3.0.22-1, the SBOM does not");
    }

    [Fact]
    public async Task A_package_in_another_version_fails()
    {
        _status = "Package: libssl3\nVersion: 3.0.21-1\n";
        _seen = _seen.Replace("3.0.22", "3.0.21", StringComparison.Ordinal);

        var result = await JudgeAsync();

        Assert.Equal(["sbom-image", "sbom-scanner"], result.Findings.Select(finding => finding.RuleId));
        Assert.Contains(
            "the SBOM names libssl3 3.0.22-1, the image's dpkg status libssl3 3.0.21-1", result.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runtime_pack_that_the_image_does_not_list_fails()
    {
        _dependencies = """{"libraries":{}}""";

        await FailsAsync("sbom-image", $"the SBOM names {Pack} 10.0.12, the image's deps.json does not");
    }

    [Fact]
    public async Task What_the_option_asks_to_fail_on_holds_here_too()
    {
        _release = "ID=debian\nVERSION_ID=\"13\"\n";
        _scene.FailOn = Severity.Critical;

        var result = await JudgeAsync();

        Assert.Equal((Verdict.Pass, "sbom-image"), (result.Verdict, Assert.Single(result.Findings).RuleId));
    }

    [Fact]
    public async Task Another_distribution_fails()
    {
        _release = "ID=debian\nVERSION_ID=\"13\"\n";

        await FailsAsync("sbom-image", "the SBOM says debian 12, the image debian 13");
    }

    [Fact]
    public async Task A_component_that_the_scanner_did_not_see_fails()
    {
        _seen = """[{"Name":"libssl3","Version":"3.0.22","Release":"1"}]""";

        await FailsAsync("sbom-scanner", $"Trivy did not see {Pack} 10.0.12 in the image");
    }

    [Fact]
    public async Task A_scanner_that_cannot_read_runtime_packs_is_no_pass()
    {
        _seen = """[{"Name":"libssl3","Version":"3.0.22","Release":"1"}]""";
        _scene.Tool = _scene.Tool with { IsStandIn = true };

        var result = await JudgeAsync();

        Assert.Equal((Verdict.Incomplete, 0), (result.Verdict, result.Findings.Length));
        Assert.Contains(Pack, result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_scanner_the_gate_is_incomplete()
    {
        _scene.Tool = new AcquiredTool(Path: null, "0.75.0", Origin: null, "npm is not installed");

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains("Trivy did not scan the image", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_without_a_bill_of_materials_is_no_pass()
    {
        _scene.Image = new TestImage { RecordedId = Id }.Layer(("etc/os-release", _release));

        Assert.Contains("nothing says what is in its programs", (await _scene.RunAsync(SbomGate.Name)).Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_image_is_no_pass()
    {
        _scene.ImageMissing = "it was not built";

        var result = await _scene.RunAsync(SbomGate.Name);

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains("it was not built", result.Notes[0], StringComparison.Ordinal);
    }

    private static SbomDocument Sbom()
    {
        var product = new SbomComponent { Type = "application", Name = "proxy", Version = "2.0.0" };
        return new SbomDocument
        {
            Product = product with
            {
                Hashes = product.Hashes.Add("SHA-256", Convert.ToHexStringLower(SHA256.HashData(Program))),
                Properties = product.Properties.Add("elf:ilc", "10.0.12+abc").Add("elf:openssl", "3.0.22"),
            },
            Components =
            [
                new SbomComponent { Type = "operating-system", Name = "debian", Version = "12" },
                new SbomComponent { Type = "library", Name = "libssl3", Version = "3.0.22-1", Purl = "pkg:deb/debian/libssl3@3.0.22-1" },
                new SbomComponent { Type = "library", Name = Pack, Version = "10.0.12", Purl = $"pkg:nuget/{Pack}@10.0.12" },
                new SbomComponent { Type = "library", Name = "zlib-ng", Version = "1", IsExcluded = true },
            ],
            Time = DateTimeOffset.UnixEpoch,
        };
    }

    private async Task FailsAsync(string rule, string message)
    {
        var result = await JudgeAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        var finding = Assert.Single(result.Findings, finding => finding.RuleId == rule);
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    private Task<GateResult> JudgeAsync()
    {
        _scene.Image = new TestImage { RecordedId = Id, Entrypoint = "/proxy" }.Layer(
            ("proxy", Program),
            ("proxy.deps.json", Encoding.UTF8.GetBytes(_dependencies)),
            ("etc/os-release", Encoding.UTF8.GetBytes(_release)),
            ("var/lib/dpkg/status.d/libssl3", Encoding.UTF8.GetBytes(_status)),
            ("usr/share/sbom/claude-code-proxy.cdx.json", Encoding.UTF8.GetBytes(CycloneDxWriter.Write(_sbom))));
        _scene.Script.Answer(
            "image",
            $$$"""{"SchemaVersion":2,"ArtifactName":"x","Metadata":{"ImageID":"{{{Id}}}"},"Results":[{"Target":"x","Class":"os-pkgs","Packages":{{{_seen}}}}]}""");
        return _scene.RunAsync(SbomGate.Name);
    }
}
