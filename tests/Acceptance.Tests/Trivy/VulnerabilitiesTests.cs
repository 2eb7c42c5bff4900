using System.Collections.Immutable;
using Build.Tests.Gates;
using Build.Tests.Images;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Tools.Trivy.Database;

namespace Acceptance.Tests.Trivy;

public class VulnerabilitiesTests
{
    private static readonly (string, string)[] Curl = RealTrivy.Debian(("curl", "curl", "7.88.1-10+deb12u15"));

    [SkippableFact]
    public async Task Curl_of_Debian_fails_the_image_and_an_exception_passes_it_until_it_is_a_bad_one()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase();
        scene.FailOn = Severity.Critical;
        scene.Image = new TestImage().Layer(Curl);
        // A stand-in cannot pass; that nothing fails is all it can show.
        var unfailed = scene.Tool.IsStandIn ? Verdict.Incomplete : Verdict.Pass;

        var bare = await JudgeAsync(scene);
        scene.Write(IgnoreFile.Name, "vulnerabilities: [{id: CVE-2099-0001, statement: not reachable, expired_at: 2026-12-24}]");
        var excused = await JudgeAsync(scene);
        scene.Write(IgnoreFile.Name, "vulnerabilities: [{id: CVE-2099-0001, statement: not reachable, expired_at: 2026-11-01}]");
        var expired = await JudgeAsync(scene);
        scene.Write(IgnoreFile.Name, "vulnerabilities: [{id: CVE-2099-0001, expired_at: 2026-12-24}]");
        var silent = await JudgeAsync(scene);
        scene.Write(
            IgnoreFile.Name,
            "vulnerabilities: [{id: CVE-2099-0001, statement: x, expired_at: 2026-12-24}, "
            + "{id: CVE-1999-0001, statement: x, expired_at: 2026-12-24}]");
        var unused = await JudgeAsync(scene);

        var finding = Assert.Single(bare.Findings);
        Assert.Equal(
            ("CVE-2099-0001", "curl", "7.88.1-10+deb12u15", "99.0-1", scene.Image.DiffId(0)),
            (finding.RuleId, finding.Package, finding.InstalledVersion, finding.FixedVersion, finding.Layer));
        Assert.Equal(
            [Verdict.Fail, unfailed, Verdict.Fail, Verdict.Fail, Verdict.Fail],
            new[] { bare, excused, expired, silent, unused }.Select(result => result.Verdict));
        Assert.Equal("debian 12.15", bare.Coverage.Facts.TextOf("os"));
    }

    [SkippableFact]
    public async Task A_statically_linked_package_and_a_NuGet_package_are_seen_in_an_image_from_scratch()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase();
        const string Deps = """
            {"runtimeTarget":{"name":".NETCoreApp,Version=v10.0"},"targets":{".NETCoreApp,Version=v10.0":{"Newtonsoft.Json/12.0.3":{}}},
             "libraries":{"Newtonsoft.Json/12.0.3":{"type":"package","serviceable":true,"sha512":"","path":"newtonsoft.json/12.0.3"}}}
            """;
        scene.Image = new TestImage().Layer(RealTrivy.Debian(("libssl3", "openssl", "3.0.17-1~deb12u2"))).Layer(("app/proxy.deps.json", Deps));

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(
            [("CVE-2099-0002", null, scene.Image.DiffId(0)), ("CVE-2024-21907", "/app/proxy.deps.json", scene.Image.DiffId(1))],
            result.Findings.Select(finding => (finding.RuleId, finding.File, finding.Layer!)));
        Assert.Equal(2L, result.Coverage.Facts.CountOf("packages"));
    }

    [SkippableFact]
    public async Task What_the_bill_of_materials_tells_of_is_judged_even_by_a_scanner_that_cannot_read_it_elsewhere()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase();
        scene.Image = new TestImage().Layer(("usr/share/sbom/claude-code-proxy.cdx.json", CycloneDxWriter.Write(Sbom())));

        var failing = await JudgeAsync(scene);
        scene.FailOn = Severity.Critical;
        var passing = await JudgeAsync(scene);

        Assert.Equal(Verdict.Fail, failing.Verdict);
        Assert.Equal(
            [("CVE-2099-0002", Severity.High), ("CVE-2099-0004", Severity.High), ("CVE-2099-0005", Severity.Medium)],
            failing.Findings.Select(finding => (finding.RuleId, finding.Severity)).Order());
        Assert.All(
            failing.Findings,
            finding => Assert.Equal(("/usr/share/sbom/claude-code-proxy.cdx.json", scene.Image.DiffId(0)), (finding.File, finding.Layer!)));
        Assert.All(
            failing.Findings,
            finding => Assert.All([finding.Package, finding.InstalledVersion, finding.FixedVersion, finding.Platform, finding.Help], Assert.NotNull));
        Assert.Equal(3, passing.Findings.Length);
        Assert.NotEqual(Verdict.Fail, passing.Verdict);
    }

    [SkippableFact]
    public async Task An_image_in_which_nothing_is_recognised_is_no_pass()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase();
        scene.Image = new TestImage().Layer(("proxy", "\0binary"));

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains("no package at all", result.Notes[0], StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(20_000)]
    public async Task A_damaged_database_is_no_pass(int length)
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase();
        scene.Image = new TestImage().Layer(Curl);
        var file = Path.Combine(DatabaseCache.Folder(scene.Paths), "trivy.db");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Assert.Equal(Verdict.Incomplete, (await JudgeAsync(scene)).Verdict);
    }

    [SkippableFact]
    public async Task A_database_damaged_inside_is_an_error_or_no_pass()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase();
        scene.Image = new TestImage().Layer(Curl);
        var file = Path.Combine(DatabaseCache.Folder(scene.Paths), "trivy.db");
        var bytes = File.ReadAllBytes(file);
        Array.Fill<byte>(bytes, 0xAA, 2 * 4096, bytes.Length - (2 * 4096));
        File.WriteAllBytes(file, bytes);

        Assert.NotEqual(Verdict.Pass, (await JudgeAsync(scene)).Verdict);
    }

    [SkippableFact]
    public async Task Each_image_of_a_layout_is_judged_by_what_is_in_it()
    {
        using var scene = await RealTrivy.SceneAsync();
        using var folder = new TemporaryFolder();
        scene.WriteDatabase();
        var first = new TestImage { Architecture = "arm64" }.Layer(RealTrivy.Debian(("libssl3", "openssl", "3.0.17-1~deb12u2")));
        var second = new TestImage().Layer(Curl);
        OciLayoutWriter.Write([first.Build(), second.Build()], folder["layout"]);
        Nest(folder["layout"]);
        var opened = ImageReader.Open(folder["layout"], folder["work"]);

        var result = await scene.RunAsync(VulnerabilityGate.Name, scene.Input() with { Images = opened.Images, ImagePath = opened.Path });

        Assert.Equal(
            ["linux/arm64 CVE-2099-0002", "linux/amd64 CVE-2099-0001"], result.Findings.Select(finding => $"{finding.Platform} {finding.RuleId}"));
        Assert.Equal(2L, result.Coverage.Facts.CountOf("images"));
    }

    /// <summary>Puts the list of images into an inner index, as builders of several platforms do.</summary>
    private static void Nest(string layout)
    {
        var inner = File.ReadAllBytes(Path.Combine(layout, "index.json"));
        File.WriteAllBytes(Path.Combine(layout, "blobs", "sha256", Digest.ParseHex(Digest.Compute(inner))!), inner);
        var entry = new OciDescriptor { MediaType = OciMediaTypes.Index, Digest = Digest.Compute(inner), Size = inner.Length };
        File.WriteAllBytes(Path.Combine(layout, "index.json"), OciJson.Write(new OciIndex(2, OciMediaTypes.Index, [entry])));
    }

    private static SbomDocument Sbom()
    {
        const string Package = "pkg:deb/debian/libssl3@3.0.17-1~deb12u2?arch=amd64&distro=debian-12";
        return new SbomDocument
        {
            Product = new SbomComponent { Type = "application", Name = "proxy", Version = "1" },
            Components =
            [
                new SbomComponent { Type = "operating-system", Name = "debian", Version = "12", DependsOn = [Package] },
                Library("libssl3", "3.0.17-1~deb12u2", Package) with { Properties = ImmutableSortedDictionary<string, string>.Empty
                    .Add("aquasecurity:trivy:SrcName", "openssl")
                    .Add("aquasecurity:trivy:SrcVersion", "3.0.17-1~deb12u2") },
                Library("Microsoft.NETCore.App.Runtime.linux-x64", "10.0.12", "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.12"),
                Library("Microsoft.AspNetCore.App.Runtime.linux-x64", "10.0.12", "pkg:nuget/Microsoft.AspNetCore.App.Runtime.linux-x64@10.0.12"),
            ],
            Tools = [new SbomComponent { Type = "application", Name = "lld", Version = "14" }],
            Time = DateTimeOffset.UnixEpoch,
        };

        static SbomComponent Library(string name, string version, string purl) =>
            new() { Type = "library", Name = name, Version = version, Purl = purl };
    }

    private static Task<GateResult> JudgeAsync(ScanFixture scene) => scene.RunAsync(VulnerabilityGate.Name);
}
