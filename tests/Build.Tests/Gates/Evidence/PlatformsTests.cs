using Build.Tests.Images;
using Build.Tests.Secrets;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Misconfiguration;
using ContainerSecurity.Gates.Sbom;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;

namespace Build.Tests.Gates.Evidence;

/// <summary>An input with an image for each of two platforms, the second one bad.</summary>
public sealed class PlatformsTests : IDisposable
{
    private const string Curl =
        """{"Target":"x (debian 12)","Class":"os-pkgs","Type":"debian","Packages":[{"Name":"curl","Version":"7"}],"Vulnerabilities":[{"VulnerabilityID":"CVE-2099-0001","PkgName":"curl","InstalledVersion":"7","Severity":"HIGH"}]}""";
    private const string Jq =
        """{"Target":"x (debian 12)","Class":"os-pkgs","Type":"debian","Packages":[{"Name":"jq","Version":"1"},{"Name":"tar","Version":"1"}]}""";

    private readonly ScanFixture _scene = new();
    private readonly TemporaryFolder _folder = new();
    private readonly TestImage _good = new TestImage().Layer(("etc/os-release", "ID=debian"));
    private readonly TestImage _bad = new TestImage { Architecture = "arm64" }.Layer(
        ("etc/os-release", "ID=debian"), ("srv/key.pem", PlantedSecrets.PrivateKey()));

    public PlatformsTests()
    {
        _scene.WriteDatabase();
        _scene.Script.Answer("fs", """{"SchemaVersion":2,"ArtifactName":"x"}""");
        _scene.Script.Answer("image", command =>
        {
            // The whole input of a scan is one image, whatever is beside it.
            var layout = command.Arguments[command.Arguments.IndexOf("--input") + 1];
            var image = Assert.Single(ImageReader.Open(layout, _folder["work"]).Images);
            var results = image.Identity.Platform == "linux/amd64" ? Jq : Curl;
            return $$"""{"SchemaVersion":2,"ArtifactName":"x","Metadata":{"ImageID":"{{image.Identity.Id}}","OS":{"Family":"debian","Name":"12"},"DiffIDs":["{{image.Layers[0].DiffId}}"]},"Results":[{{results}}]}""";
        });
    }

    public void Dispose()
    {
        _scene.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_vulnerability_of_the_second_platform_fails_and_names_it(bool nested)
    {
        var result = await _scene.RunAsync(VulnerabilityGate.Name, Input(nested));

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(("CVE-2099-0001", "linux/arm64"), (Assert.Single(result.Findings).RuleId, result.Findings[0].Platform));
        Assert.Equal((2L, 3L, 2L, 3L), (result.Coverage.Facts.CountOf(
            "images"), result.Coverage.Facts.CountOf("packages"), result.Coverage.Facts.CountOf("layers"), result.Coverage.Facts.CountOf("files")));
        Assert.Equal(["linux/amd64: debian 12", "linux/arm64: debian 12"], result.Coverage.Facts.ListOf("os"));
    }

    [Fact]
    public async Task Every_image_of_a_docker_archive_is_scanned_alone()
    {
        var opened = ImageReader.Open(MultiImageArchive.Write(_folder["all.tar"], _good.Build(), _bad.Build()), _folder["work"]);

        var result = await _scene.RunAsync(VulnerabilityGate.Name, _scene.Input() with { Images = opened.Images, ImagePath = opened.Path });

        Assert.Equal(
            (Verdict.Fail, "linux/arm64", 2L), (result.Verdict, Assert.Single(result.Findings).Platform, result.Coverage.Facts.CountOf("images")));
    }

    [Fact]
    public async Task An_exception_for_one_platform_alone_is_used()
    {
        _scene.Write(".trivyignore.yaml", "vulnerabilities: [{id: CVE-2099-0001, statement: not reachable, expired_at: 2026-12-24}]");

        var result = await _scene.RunAsync(VulnerabilityGate.Name, Input(nested: true));

        Assert.Equal((Verdict.Pass, "not reachable"), (result.Verdict, Assert.Single(result.Findings).Suppressed?.Statement));
    }

    [Fact]
    public async Task A_secret_of_the_second_platform_fails_with_its_layer()
    {
        var result = await _scene.RunAsync(SecretsGate.Name, Input(nested: true));

        Assert.Equal(Verdict.Fail, result.Verdict);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("/srv/key.pem", "linux/arm64", _bad.DiffId(0)), (finding.File, finding.Platform, finding.Layer));
    }

    [Fact]
    public async Task Configurations_that_were_not_checked_are_told_for_each_platform()
    {
        var result = await _scene.RunAsync(MisconfigurationGate.Name, Input(nested: true));

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Equal(["linux/amd64: Trivy did not check", "linux/arm64: Trivy did not check"], result.Notes.Take(2).Select(note => note[..32]));
    }

    [Fact]
    public async Task The_bill_of_materials_of_each_platform_is_asked_for()
    {
        var result = await _scene.RunAsync(SbomGate.Name, Input(nested: true));

        Assert.Equal((Verdict.Incomplete, 2), (result.Verdict, result.Notes.Length));
    }

    private GateInput Input(bool nested)
    {
        OciLayoutWriter.Write([_good.Build(), _bad.Build()], _folder["layout"]);
        if (nested)
            Nest();
        var opened = ImageReader.Open(_folder["layout"], _folder["work"]);
        return _scene.Input() with { Images = opened.Images, ImagePath = opened.Path };
    }

    /// <summary>Puts the list of images into an inner index, as builders of several platforms do.</summary>
    private void Nest()
    {
        var file = Path.Combine(_folder["layout"], "index.json");
        var inner = File.ReadAllBytes(file);
        File.WriteAllBytes(Path.Combine(_folder["layout"], "blobs", "sha256", Digest.ParseHex(Digest.Compute(inner))!), inner);
        var entry = new OciDescriptor { MediaType = OciMediaTypes.Index, Digest = Digest.Compute(inner), Size = inner.Length };
        File.WriteAllBytes(file, OciJson.Write(new OciIndex(2, OciMediaTypes.Index, [entry])));
    }
}
