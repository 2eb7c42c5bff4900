namespace Build.Tests.Rules.Containers;

public sealed class EngineAccessTests
{
    [Theory]
    [InlineData(4, "volumes:\n  - /var/run/docker.sock:/var/run/docker.sock")]
    [InlineData(4, "volumes:\n  - /var/run/docker.sock:/d.sock:ro")]
    [InlineData(4, "volumes:\n  - {type: bind, source: /run/podman/podman.sock, target: /x}")]
    [InlineData(4, "volumes:\n  - /var/run:/host")]
    [InlineData(3, "use_api_socket: true")]
    [InlineData(4, "volumes:\n  - /var/run/../run:/host")]
    [InlineData(4, "volumes:\n  - //run/:/host")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2003", text));

    [Theory]
    [InlineData("volumes:\n  - ./src:/src")]
    [InlineData("volumes:\n  - data:/data")]
    [InlineData("use_api_socket: false")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2003", text));

    [Theory]
    [InlineData(1, "{\"mounts\": [\"source=/var/run/docker.sock,target=/var/run/docker.sock,type=bind\"]}")]
    [InlineData(1, "{\"runArgs\": [\"-v\", \"/var/run/docker.sock:/x\"]}")]
    [InlineData(1, "{\"features\": {\"ghcr.io/devcontainers/features/docker-outside-of-docker:1\": {}}}")]
    [InlineData(1, "{\"runArgs\": [\"--use-api-socket\"]}")]
    [InlineData(1, "{\"mounts\": [\"type=bind,source=/tmp,src=/var/run,target=/x\"]}")]
    [InlineData(1, "{\"features\": {\"ghcr.io/x/docker-from-docker:1\": {}}}")]
    [InlineData(1, "{\"runArgs\": [\"--use-api-socket\", \"false\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2003", text));

    [Theory]
    [InlineData("{\"mounts\": [\"source=a,target=/b,type=volume\"]}")]
    [InlineData("{\"features\": {\"ghcr.io/devcontainers/features/git:1\": {}}}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2003", text));

    [Theory]
    [InlineData(5, "container: {image: a, volumes: [\"/var/run/docker.sock:/var/run/docker.sock\"]}")]
    [InlineData(5, "services: {db: {image: a, options: -v /var/run/docker.sock:/d.sock}}")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2003", text));

    [Theory]
    [InlineData("container: {image: a, volumes: [\"data:/data\"]}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2003", text));
}
