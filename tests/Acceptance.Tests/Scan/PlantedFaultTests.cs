using System.Security.Cryptography;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Packaging;

namespace Acceptance.Tests.Scan;

/// <summary>One fault at a time: each makes the scan fail with a finding that names the rule and the place.</summary>
public sealed class PlantedFaultTests : IDisposable
{
    private const string Devcontainer = ".devcontainer/devcontainer.json";

    private readonly RepositoryCopy _copy = new();

    [SkippableFact]
    public async Task A_piped_install_in_the_devcontainer_stage()
    {
        _copy.Edit("Dockerfile", "COPY --from=proxy", "RUN curl -fsSL https://example.invalid/x | sh\nCOPY --from=proxy");

        await AssertFoundAsync("policy", "Dockerfile", _copy.LineOf("Dockerfile", "example.invalid"));
    }

    [SkippableFact]
    public async Task Another_exposed_port()
    {
        _copy.Edit("Dockerfile", "EXPOSE 8082", "EXPOSE 9999");

        await AssertFoundAsync("policy", "Dockerfile", _copy.LineOf("Dockerfile", "EXPOSE 9999"));
    }

    [SkippableFact]
    public async Task Root_as_the_user_of_the_proxy_stage()
    {
        _copy.Edit("Dockerfile", "USER 65532:65532", "USER root");

        await AssertFoundAsync("policy", "Dockerfile", _copy.LineOf("Dockerfile", "USER root"));
    }

    [SkippableFact]
    public async Task A_writable_mount_of_SSH_keys()
    {
        _copy.Edit(Devcontainer, ",readonly", "");

        await AssertFoundAsync("policy", Devcontainer, _copy.LineOf(Devcontainer, "target=/home/vscode/.ssh"));
    }

    [SkippableFact]
    public async Task An_action_by_its_tag()
    {
        const string Workflow = ".github/workflows/release.yml";
        _copy.Write(Workflow, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n");

        await AssertFoundAsync("misconfig", Workflow, 7);
    }

    [SkippableFact]
    public async Task A_private_key_in_the_image()
    {
        using var key = RSA.Create(2048);
        _copy.Write("deploy/service.pem", key.ExportPkcs8PrivateKeyPem());
        File.AppendAllText(_copy.PathOf(".dockerignore"), "\n!deploy/service.pem\n");
        _copy.Edit("Dockerfile", "ENV HOST=0.0.0.0", "COPY deploy/service.pem /etc/service.pem\nENV HOST=0.0.0.0");

        var outcome = await _copy.RunAsync("--target=Scan");

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Contains(outcome.Findings, finding => finding is { Gate: "secrets", File: "/etc/service.pem", Layer: not null });
    }

    [SkippableFact]
    public async Task A_dynamically_linked_binary_in_an_image_that_is_given()
    {
        Assert.Equal(0, (await _copy.RunAsync("--target=Image")).ExitCode);
        BuildWithAnotherBinary("/usr/bin/env", _copy.PathOf("artifacts/given.tar"));

        var outcome = await _copy.RunAsync("--target=Scan", "--input=artifacts/given.tar");

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Contains(outcome.Findings, finding => finding is { Gate: "policy", File: "/claude-code-proxy", Layer: not null });
    }

    [SkippableFact]
    public async Task A_Dockerfile_with_a_syntax_error_fails_lint_and_leaves_the_image_unjudged()
    {
        _copy.Edit("Dockerfile", "EXPOSE 8082", "EXPOSED 8082");

        var outcome = await _copy.RunAsync("--target=Scan");

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Contains(
            outcome.Findings,
            finding => finding is { Gate: "lint", Rule: "DL1000", File: "Dockerfile" } && finding.Line == _copy.LineOf("Dockerfile", "EXPOSED"));
        Assert.Contains("Dockerfile", outcome.Gate("secrets").GetProperty("notes").ToString());
        Assert.NotEqual("pass", outcome.Gate("secrets").GetProperty("verdict").GetString());
    }

    [SkippableFact]
    public async Task An_instruction_that_the_built_in_builder_does_not_execute()
    {
        _copy.Edit("Dockerfile", "EXPOSE 8082", "VOLUME /data\nEXPOSE 8082");

        await AssertFoundAsync("lint", "Dockerfile", _copy.LineOf("Dockerfile", "VOLUME"));
    }

    public void Dispose() => _copy.Dispose();

    /// <summary>The suite itself refuses to make such an image; its builder, called without it, does.</summary>
    private void BuildWithAnotherBinary(string binary, string archive)
    {
        File.Copy(
            binary,
            Directory.EnumerateFiles(_copy.PathOf("artifacts/proxy"), "claude-code-proxy", SearchOption.AllDirectories).Single(),
            overwrite: true);
        var dockerfile = DockerfileParser.Parse("Dockerfile", File.ReadAllText(_copy.PathOf("Dockerfile"))).Dockerfile!;
        var settings = new BuildSettings { Name = "given:1", Architecture = "amd64", Created = DateTimeOffset.UnixEpoch };
        var outcome = ImageBuilder.Build(dockerfile, ProxyImageBuild.Stage, BuildContextFolder.Open(_copy.Root, _copy.PathOf("artifacts")), settings);
        DockerArchiveWriter.Write(outcome.Image!, archive);
    }

    private async Task AssertFoundAsync(string gate, string file, int line)
    {
        var outcome = await _copy.RunAsync("--target=Scan");

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Contains(outcome.Findings, finding => finding.Gate == gate && finding.File == file && finding.Line == line);
    }
}
