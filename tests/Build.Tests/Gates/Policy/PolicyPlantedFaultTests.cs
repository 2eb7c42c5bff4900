using ContainerSecurity.Findings;

namespace Build.Tests.Gates.Policy;

/// <summary>What the acceptance of the suite plants, one at a time: each fails the gate with rule and place.</summary>
public sealed class PolicyPlantedFaultTests : IDisposable
{
    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_piped_install_in_the_stage_devcontainer_fails_with_its_line()
    {
        _repository.Replace("Dockerfile", "USER 1000:1000", "RUN curl -fsSL https://example.org/x | sh\nUSER 1000:1000");

        FailsAt("DM-4.3", "Dockerfile", "RUN curl");
    }

    [Fact]
    public void A_second_port_fails_with_its_line()
    {
        _repository.Replace("Dockerfile", "EXPOSE 8082", "EXPOSE 8082\nEXPOSE 9999");

        FailsAt("NS-3.2", "Dockerfile", "EXPOSE 9999");
    }

    [Fact]
    public void Root_in_the_stage_proxy_fails_with_its_line()
    {
        _repository.Replace("Dockerfile", "USER 65532:65532", "USER root");

        FailsAt("CT-1.2", "Dockerfile", "USER root");
    }

    [Fact]
    public void An_SSH_mount_without_readonly_fails_with_its_line()
    {
        _repository.Replace(".devcontainer/devcontainer.json", "/.ssh,type=bind,readonly", "/.ssh,type=bind");

        FailsAt("CT-1.4", ".devcontainer/devcontainer.json", "/.ssh,type=bind");
    }

    [Fact]
    public void An_image_with_a_dynamic_binary_fails_with_layer_and_path()
    {
        var image = new SampleImage { Files = [new SampleFile("/claude-code-proxy", SampleImage.DynamicProgram) { Mode = 0b111_101_101 }] };

        FailsInLayer(image, "DM-4.1", "/claude-code-proxy");
    }

    [Fact]
    public void A_private_key_in_the_image_fails_with_layer_and_path() =>
        FailsInLayer(new SampleImage().With(new SampleFile("/etc/service.txt", TestSecrets.PrivateKey())), "SM-2.2", "/etc/service.txt");

    private void FailsAt(string claim, string file, string text)
    {
        var result = _repository.Judge();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(
            (claim, claim, file, _repository.LineOf(file, text)),
            result.Findings.Select(finding => (finding.RuleId, finding.Claim, finding.File, finding.Line ?? 0)));
    }

    private void FailsInLayer(SampleImage image, string claim, string path)
    {
        var result = _repository.Judge(image);

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(
            (claim, SampleImage.Layer, path, "linux/amd64"),
            result.Findings.Select(finding => (finding.RuleId, finding.Layer, finding.File, finding.Platform)));
    }
}
