using Build.Tests.Gates;
using Build.Tests.Images;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Images.Reading;

namespace Acceptance.Tests.Trivy;

/// <summary>
/// Scans the image of <c>--target=Image</c> with the made-up database: vulnerabilities of what is linked into its program are found.
/// </summary>
public sealed class ProxyImageTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    public void Dispose() => _work.Dispose();

    [SkippableFact]
    public async Task OpenSSL_and_both_runtime_packs_of_the_static_program_are_judged()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase();

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Fail, result.Verdict);
        var openSsl = result.Findings.Single(finding => finding.RuleId == "CVE-2099-0002");
        Assert.Equal(("libssl3", "99.0-1", Severity.High), (openSsl.Package, openSsl.FixedVersion, openSsl.Severity));
        Assert.Equal(
            [("CVE-2099-0004", Severity.High), ("CVE-2099-0005", Severity.Medium)],
            result.Findings
                .Where(finding => finding.RuleId is "CVE-2099-0004" or "CVE-2099-0005")
                .Select(finding => (finding.RuleId, finding.Severity))
                .Distinct()
                .Order());
        Assert.All(
            result.Findings,
            finding => Assert.All([finding.Package, finding.InstalledVersion, finding.FixedVersion, finding.Layer, finding.Help], Assert.NotNull));
        Assert.StartsWith("debian 12", result.Coverage.Facts.TextOf("os"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_old_database_passes_nothing()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.WriteDatabase(ScanFixture.Now.AddDays(-2));
        scene.FailOn = Severity.Critical;

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains("may be 24 hours old at most", result.Notes[0], StringComparison.Ordinal);
    }

    private Task<GateResult> JudgeAsync(ScanFixture scene)
    {
        Requirement.Require(Directory.Exists(Repository.Paths.Image), $"{Repository.Paths.Image} (run --target=Image)");
        var opened = ImageReader.Open(Repository.Paths.Image, _work.Path);
        return scene.RunAsync(VulnerabilityGate.Name, scene.Input() with { Images = opened.Images, ImagePath = opened.Path });
    }
}
