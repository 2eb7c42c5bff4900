namespace Build.Tests.Rules.Containers;

public sealed class AddedCapabilityTests
{
    [Theory]
    [InlineData(4, "cap_add:\n  - SYS_ADMIN")]
    [InlineData(3, "cap_add: [NET_ADMIN]")]
    [InlineData(3, "cap_add: [CHOWN, CAP_BPF]")]
    [InlineData(3, "cap_add: [\"ALL\"]")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2006", text));

    [Theory]
    [InlineData("cap_drop: [ALL]")]
    [InlineData("cap_drop: [ALL]\ncap_add: [CHOWN, CAP_SETUID, net_bind_service]")]
    [InlineData("cap_add: []")]
    [InlineData("image: a")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2006", text));

    [Theory]
    [InlineData(1, "{\"capAdd\": [\"SYS_PTRACE\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--cap-add=SYS_ADMIN\"]}")]
    [InlineData(2, "{\"runArgs\": [\n\"--cap-add\", \"ALL\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--use-api-socket\", \"--cap-add=ALL\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2006", text));

    [Theory]
    [InlineData("{\"capAdd\": []}")]
    [InlineData("{\"runArgs\": [\"--cap-drop=ALL\"]}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2006", text));

    [Theory]
    [InlineData(5, "container: {image: a, options: --cap-add SYS_ADMIN}")]
    [InlineData(7, "services:\n  db:\n    options: --cap-add=ALL\n    image: a")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2006", text));

    [Theory]
    [InlineData("container: {image: a, options: --cap-drop ALL}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2006", text));
}
