namespace Build.Tests.Rules.Containers;

public sealed class WritableKeysTests
{
    [Theory]
    [InlineData(4, "volumes:\n  - ~/.ssh:/root/.ssh")]
    [InlineData(4, "volumes:\n  - ./.devcontainer:/w/.devcontainer")]
    [InlineData(4, "volumes:\n  - {type: bind, source: \"${HOME}/.ssh\", target: /k}")]
    [InlineData(4, "volumes:\n  - ~:/home/me")]
    [InlineData(4, "volumes:\n  - ${HOME:-./x}:/h")]
    [InlineData(4, "volumes:\n  - ~me/.SSH:/k")]
    [InlineData(4, "volumes:\n  - ~me:/h")]
    [InlineData(4, "volumes:\n  - ./keys:/root/.ssh")]
    [InlineData(4, "volumes:\n  - ./.git/hooks:/w/.git/hooks")]
    [InlineData(4, "volumes:\n  - {type: bind, source: ./.git/config, target: /w/.git/config}")]
    [InlineData(4, "volumes:\n  - ~/.gitconfig:/root/.gitconfig")]
    [InlineData(4, "volumes:\n  - ${HOME}/.config/git:/g")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2009", text));

    [Theory]
    [InlineData("volumes:\n  - ~/.ssh:/root/.ssh:ro")]
    [InlineData("volumes:\n  - {type: bind, source: ~/.ssh, target: /k, read_only: true}")]
    [InlineData("volumes:\n  - ./src:/src")]
    [InlineData("volumes:\n  - ./.git/hooks:/w/.git/hooks:ro")]
    [InlineData("volumes:\n  - ~/.gitconfig:/root/.gitconfig:ro")]
    [InlineData("volumes:\n  - ./.github:/w/.github")]
    [InlineData("volumes:\n  - ./.git:/w/.git")]
    [InlineData("volumes:\n  - ./config/git:/g")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2009", text));

    [Theory]
    [InlineData(1, "{\"mounts\": [\"source=${localEnv:HOME}/.ssh,target=/h/.ssh,type=bind\"]}")]
    [InlineData(1, "{\"mounts\": [{\"type\": \"bind\", \"source\": \"${localEnv:HOME}/.ssh\", \"target\": \"/k\"}]}")]
    [InlineData(1, "{\"runArgs\": [\"-v\", \"${localWorkspaceFolder}/.devcontainer:/d\"]}")]
    [InlineData(1, "{\"mounts\": [\"source=/x,target=/k,type=bind,source=${localEnv:HOME}/.ssh\"]}")]
    [InlineData(1, "{\"mounts\": [\"source=${localEnv:HOME}/.gitconfig,target=/home/vscode/.gitconfig,type=bind\"]}")]
    [InlineData(1, "{\"mounts\": [\"source=${localWorkspaceFolder}/.git/hooks,target=/w/.git/hooks,type=bind\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2009", text));

    [Theory]
    [InlineData("{\"mounts\": [\"source=${localEnv:HOME}/.ssh,target=/h/.ssh,type=bind,readonly\"]}")]
    [InlineData("{\"runArgs\": [\"-v\", \"${localEnv:HOME}/.ssh:/k:ro\"]}")]
    [InlineData("{\"mounts\": [\"source=${localWorkspaceFolder}/.git/config,target=/w/.git/config,type=bind,readonly\"]}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2009", text));

    /// <summary>The tools hand on source and target alone there.</summary>
    [Fact]
    public void Beside_compose_no_mount_of_a_devcontainer_is_read_only()
    {
        using var bench = new Bench()
            .Write("compose.yaml", "services: {a: {image: b}}")
            .Write(
                ".devcontainer.json",
                "{\"dockerComposeFile\": \"compose.yaml\",\n\"mounts\": [\"source=${localEnv:HOME}/.ssh,target=/h/.ssh,type=bind,readonly\"]}");

        Assert.Equal([("CS2009", 2)], bench.Read().Findings.Select(finding => (finding.RuleId, finding.Line!.Value)));
    }

    [Theory]
    [InlineData(5, "container: {image: a, volumes: [\"/home/runner/.ssh:/root/.ssh\"]}")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2009", text));

    [Theory]
    [InlineData("container: {image: a, volumes: [\"/home/runner/.ssh:/root/.ssh:ro\"]}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2009", text));
}
