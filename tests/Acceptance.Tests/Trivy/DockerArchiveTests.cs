using Build.Tests.Gates;
using Build.Tests.Images;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Images.Reading;

namespace Acceptance.Tests.Trivy;

public class DockerArchiveTests
{
    [SkippableFact]
    public async Task Each_image_of_a_docker_archive_is_judged_by_what_is_in_it()
    {
        using var scene = await RealTrivy.SceneAsync();
        using var folder = new TemporaryFolder();
        scene.WriteDatabase();
        var opened = ImageReader.Open(
            MultiImageArchive.Write(
                folder["all.tar"],
                new TestImage { Architecture = "arm64" }.Layer(RealTrivy.Debian(("libssl3", "openssl", "3.0.17-1~deb12u2"))).Build(),
                new TestImage().Layer(RealTrivy.Debian(("curl", "curl", "7.88.1-10+deb12u15"))).Build()),
            folder["work"]);

        var result = await scene.RunAsync(VulnerabilityGate.Name, scene.Input() with { Images = opened.Images, ImagePath = opened.Path });

        Assert.Equal(
            ["linux/arm64 CVE-2099-0002", "linux/amd64 CVE-2099-0001"], result.Findings.Select(finding => $"{finding.Platform} {finding.RuleId}"));
        Assert.Equal(2L, result.Coverage.Facts.CountOf("images"));
    }
}
