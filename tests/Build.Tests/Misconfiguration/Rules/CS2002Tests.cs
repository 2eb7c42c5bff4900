namespace Build.Tests.Misconfiguration.Rules;

public sealed class CS2002Tests
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
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2002", text));

    [Theory]
    [InlineData("network_mode: bridge")]
    [InlineData("network_mode: service:db")]
    [InlineData("ipc: shareable")]
    [InlineData("network_mode: ${M:-none}")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2002", text));

    [Theory]
    [InlineData(1, "{\"runArgs\": [\"--network=host\"]}")]
    [InlineData(2, "{\"runArgs\": [\n\"--pid\", \"host\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--ipc=host\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--userns=host\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2002", text));

    [Theory]
    [InlineData("{\"runArgs\": [\"--network=none\"]}")]
    [InlineData("{\"runArgs\": []}")]
    [InlineData("{\"name\": \"host\"}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2002", text));
}
