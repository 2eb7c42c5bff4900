namespace Build.Tests.Rules.Containers;

public sealed class SharedNamespaceTests
{
    [Theory]
    [InlineData(3, "network_mode: host")]
    [InlineData(3, "network_mode: 'host'")]
    [InlineData(3, "pid: host")]
    [InlineData(3, "ipc: host")]
    [InlineData(3, "userns_mode: host")]
    [InlineData(3, "uts: host")]
    [InlineData(3, "pid: container:x")]
    [InlineData(3, "network_mode: ${M:-host}")]
    [InlineData(3, "network_mode: ${M}")]
    [InlineData(4, "build:\n  network: host")]
    [InlineData(3, "network_mode: $M")]
    [InlineData(3, "cgroup: host")]
    [InlineData(3, "volumes_from: [\"container:other\"]")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2002", text));

    [Theory]
    [InlineData("network_mode: bridge")]
    [InlineData("network_mode: service:db")]
    [InlineData("ipc: shareable")]
    [InlineData("network_mode: ${M:-none}")]
    [InlineData("volumes_from: [\"db:ro\"]")]
    [InlineData("network_mode: ${M:-${N:-none}}")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2002", text));

    [Theory]
    [InlineData(1, "{\"runArgs\": [\"--network=host\"]}")]
    [InlineData(2, "{\"runArgs\": [\n\"--pid\", \"host\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--ipc=host\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--userns=host\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--volumes-from\", \"other\"]}")]
    [InlineData(1, "{\"build\": {\"options\": [\"--network=host\"]}}")]
    [InlineData(1, "{\"runArgs\": [\"--cgroupns=host\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2002", text));

    [Theory]
    [InlineData("{\"runArgs\": [\"--network=none\"]}")]
    [InlineData("{\"runArgs\": []}")]
    [InlineData("{\"name\": \"host\"}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2002", text));

    [Theory]
    [InlineData(5, "container: {image: a, options: --network host}")]
    [InlineData(5, "services: {db: {image: a, options: --pid=host}}")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2002", text));

    [Theory]
    [InlineData("container: {image: a, options: --network none}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2002", text));
}
