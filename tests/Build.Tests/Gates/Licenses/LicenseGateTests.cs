using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Gates.Licenses;

namespace Build.Tests.Gates.Licenses;

public sealed class LicenseGateTests : IDisposable
{
    private readonly ScanFixture _scene = new();

    public LicenseGateTests()
    {
        _scene.Image = new TestImage().Layer(("usr/share/sbom/claude-code-proxy.cdx.json", CycloneDxWriter.Write(new SbomDocument
        {
            Product = new SbomComponent { Type = "application", Name = "proxy", Version = "1" },
            Components =
            [
                new SbomComponent { Type = "operating-system", Name = "debian", Version = "12" },
                new SbomComponent { Type = "library", Name = "libssl3", Version = "3.0.22-1", License = "Apache-2.0" },
                new SbomComponent { Type = "library", Name = "unused", Version = "1", License = "Proprietary", IsExcluded = true },
            ],
            Time = DateTimeOffset.UnixEpoch,
        })));
        _scene.Script.Answer("image", $$$"""
            {"SchemaVersion":2,"ArtifactName":"x","Metadata":{"ImageID":"{{{_scene.Image.Id}}}"},"Results":[{"Target":"x","Class":"os-pkgs","Packages":[
             {"Name":"libssl3","Version":"3.0.22","Release":"1"},{"Name":"jq","Version":"1.6","Identifier":{"PURL":"pkg:deb/debian/jq@1.6?arch=amd64"},"Licenses":["MIT","CC-BY-3.0"]}]}]}
            """);
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Licences_are_listed_and_judge_nothing_until_some_are_named()
    {
        var result = await JudgeAsync();

        Assert.Equal(
            (Verdict.Pass, 0, 2L, 0L),
            (result.Verdict, result.Findings.Length, result.Coverage.Facts.CountOf("packages"), result.Coverage.Facts.CountOf("withoutLicense")));
        Assert.Equal(["Apache-2.0: 1", "MIT AND CC-BY-3.0: 1"], result.Coverage.Facts.ListOf("licenses"));
    }

    [Fact]
    public async Task A_package_under_another_licence_than_those_named_fails()
    {
        var result = await JudgeAsync("Apache-2.0", "MIT");

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(
            ("license-not-allowed", "jq", "1.6"),
            (Assert.Single(result.Findings).RuleId, result.Findings[0].Package, result.Findings[0].InstalledVersion));
        Assert.Equal(Verdict.Pass, (await JudgeAsync("Apache-2.0", "MIT", "CC-BY-3.0")).Verdict);
    }

    [Fact]
    public async Task An_exception_for_a_licence_covers_the_packages_it_names_and_must_be_used()
    {
        const string Entry = "licenses: [{id: MIT AND CC-BY-3.0, statement: read by counsel, expired_at: 2026-12-24, purls: [PURL]}]";
        _scene.Write(".trivyignore.yaml", Entry.Replace("PURL", "pkg:deb/debian/jq", StringComparison.Ordinal));

        var excused = await JudgeAsync("Apache-2.0");
        var unjudged = await JudgeAsync();
        _scene.Write(".trivyignore.yaml", Entry.Replace("PURL", "pkg:deb/debian/curl", StringComparison.Ordinal));
        var other = await JudgeAsync("Apache-2.0");

        Assert.Equal((Verdict.Pass, "read by counsel"), (excused.Verdict, Assert.Single(excused.Findings).Suppressed?.Statement));
        Assert.Equal(Verdict.Pass, unjudged.Verdict);
        Assert.Equal((Verdict.Fail, "exception-unused"), (other.Verdict, other.Findings[0].RuleId));
    }

    [Fact]
    public async Task A_package_without_a_licence_is_no_pass_where_licences_are_judged()
    {
        _scene.Script.Answer(
            "image",
            $$$"""{"SchemaVersion":2,"ArtifactName":"x","Metadata":{"ImageID":"{{{_scene.Image!.Id}}}"},"Results":[{"Target":"x","Class":"os-pkgs","Packages":[{"Name":"odd","Version":"1"}]}]}""");

        var judged = await JudgeAsync("Apache-2.0");

        Assert.Equal((Verdict.Incomplete, "Nothing tells the licence of odd."), (judged.Verdict, judged.Notes[0]));
        Assert.Equal(Verdict.Pass, (await JudgeAsync()).Verdict);
    }

    [Fact]
    public async Task No_image_is_no_pass()
    {
        _scene.Image = null;

        Assert.Equal(Verdict.Incomplete, (await JudgeAsync()).Verdict);
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("mit", true)]
    [InlineData("GPL-2.0-only OR MIT", true)]
    [InlineData("GPL-2.0-only AND MIT", false)]
    [InlineData("(MIT OR GPL-2.0-only) AND MIT", false)]
    [InlineData("GPL-3.0-only WITH GCC-exception-3.1", false)]
    [InlineData("Apache-2.0 WITH LLVM-exception", true)]
    public void An_expression_is_allowed_when_one_alternative_is_allowed_whole(string expression, bool allowed) =>
        Assert.Equal(allowed, LicenseExpression.IsAllowed(expression, ["MIT", "Apache-2.0"]));

    private Task<GateResult> JudgeAsync(params string[] licenses)
    {
        _scene.Options = options => options with { Licenses = [.. licenses] };
        return _scene.RunAsync(LicenseGate.Name);
    }
}
