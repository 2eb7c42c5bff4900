namespace Build.Tests.Rules.Containers;

public sealed class SystemMountTests
{
    [Theory]
    [InlineData(4, "volumes:\n  - /:/host")]
    [InlineData(4, "volumes:\n  - /etc/passwd:/p:ro")]
    [InlineData(4, "volumes:\n  - /etc/localtime:/etc/localtime")]
    [InlineData(4, "volumes:\n  - type: bind\n    source: /proc\n    target: /p")]
    [InlineData(4, "volumes:\n  - /home/../etc:/e")]
    [InlineData(4, "volumes:\n  - ../../../..:/host:ro")]
    [InlineData(4, "volumes:\n  - ./a/../../..:/host")]
    [InlineData(4, "volumes:\n  - ~/..:/homes")]
    [InlineData(4, "volumes:\n  - ${HOME:-./x}/../..:/host")]
    [InlineData(4, "volumes:\n  - ${PATH:+/etc}:/e")]
    [InlineData(4, "volumes:\n  - $ANY:/host")]
    [InlineData(4, "volumes:\n  - {type: \"${T}\", source: /etc, target: /e}")]
    [InlineData(4, "volumes:\n  - C:\\Windows:/w")]
    [InlineData(4, "volumes:\n  - C:/:/c")]
    [InlineData(4, "volumes:\n  - /../etc:/e")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2005", text));

    [Theory]
    [InlineData("volumes:\n  - ./etc:/etc")]
    [InlineData("volumes:\n  - etc:/etc")]
    [InlineData("volumes:\n  - /etc/localtime:/etc/localtime:ro\n  - /etc/timezone:/etc/timezone:ro")]
    [InlineData("volumes:\n  - /home/me/project:/src:ro")]
    [InlineData("volumes:\n  - ../:/workspaces:cached")]
    [InlineData("volumes:\n  - ${DATA:-./data}:/data")]
    [InlineData("volumes:\n  - ${PWD}:/src")]
    [InlineData("volumes:\n  - c:/data:ro")]
    [InlineData("volumes:\n  - {type: volume, source: data, target: /etc}")]
    [InlineData("volumes:\n  - /var/run/docker.sock:/d.sock\n  - /dev/kvm:/k")]
    [InlineData("volumes:\n  - ${DEV:+./dev}:/x")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2005", text));

    [Theory]
    [InlineData(1, "{\"mounts\": [\"type=bind,source=/etc,target=/e,readonly\"]}")]
    [InlineData(1, "{\"runArgs\": [\"-v/:/host\"]}")]
    [InlineData(1, "{\"mounts\": [{\"type\": \"bind\", \"source\": \"/usr/share\", \"target\": \"/x\"}]}")]
    [InlineData(1, "{\"mounts\": [\"type=bind,source=/tmp/x,target=/y,source=/etc\"]}")]
    [InlineData(1, "{\"mounts\": [\"type=bind,\\\"source=/etc\\\",target=/y\"]}")]
    [InlineData(1, "{\"mounts\": [{\"type\": \"volume\", \"source\": \"a\", \"target\": \"/x,type=bind,source=/etc\"}]}")]
    [InlineData(1, "{\"mounts\": [\"type=volume,source=a,target=/x,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=/etc\"]}")]
    [InlineData(1, "{\"workspaceMount\": \"source=${localWorkspaceFolder}/../..,target=/w,type=bind\"}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2005", text));

    [Theory]
    [InlineData("{\"mounts\": [{\"type\": \"volume\", \"source\": \"etc\", \"target\": \"/etc\"}]}")]
    [InlineData("{\"workspaceMount\": \"source=${localWorkspaceFolder},target=/w,type=bind\"}")]
    [InlineData("{}")]
    [InlineData("{\"mounts\": [\"type=bind,source=${localWorkspaceFolder}/..,target=/w\"]}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2005", text));

    [Theory]
    [InlineData(5, "container: {image: a, volumes: [\"/:/host\"]}")]
    [InlineData(5, "container: {image: a, options: \"--mount type=bind,source=/etc,target=/e\"}")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2005", text));

    [Theory]
    [InlineData("container: {image: a, volumes: [\"/tmp/x:/x\"]}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2005", text));
}
