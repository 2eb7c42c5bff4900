namespace Build.Tests.Misconfiguration.Rules;

public sealed class CS2001Tests
{
    [Theory]
    [InlineData(3, "privileged: true")]
    [InlineData(3, "privileged: \"yes\"")]
    [InlineData(3, "privileged: ${P:-true}")]
    [InlineData(3, "privileged: ${P}")]
    [InlineData(5, "post_start:\n  - command: x\n    privileged: true")]
    [InlineData(4, "build:\n  privileged: true")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2001", text));

    [Theory]
    [InlineData("privileged: false")]
    [InlineData("image: a")]
    [InlineData("privileged: ${P:-false}")]
    [InlineData("read_only: true")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2001", text));

    [Theory]
    [InlineData(1, "{\"privileged\": true}")]
    [InlineData(2, "{\"runArgs\": [\n\"--privileged\"]}")]
    [InlineData(2, "{\"features\": {\n\"ghcr.io/devcontainers/features/docker-in-docker:2\": {}}}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2001", text));

    [Theory]
    [InlineData("{\"privileged\": false}")]
    [InlineData("{\"runArgs\": [\"--privileged=false\"]}")]
    [InlineData("{\"init\": true}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2001", text));
}
