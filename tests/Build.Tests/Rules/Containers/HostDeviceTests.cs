namespace Build.Tests.Rules.Containers;

public sealed class HostDeviceTests
{
    [Theory]
    [InlineData(4, "devices:\n  - /dev/kvm:/dev/kvm")]
    [InlineData(4, "devices:\n  - {source: /dev/kvm, target: /dev/kvm}")]
    [InlineData(4, "volumes:\n  - /dev/snd:/dev/snd")]
    [InlineData(3, "gpus: all")]
    [InlineData(4, "volumes:\n  - /tmp/../dev/kvm:/dev/kvm")]
    [InlineData(7, "deploy:\n  resources:\n    reservations:\n      devices:\n        - capabilities: [gpu]")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2004", text));

    [Theory]
    [InlineData("devices: []")]
    [InlineData("volumes:\n  - ./dev:/dev2")]
    [InlineData("image: dev")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2004", text));

    [Theory]
    [InlineData(1, "{\"runArgs\": [\"--device=/dev/kvm\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--gpus\", \"all\"]}")]
    [InlineData(1, "{\"mounts\": [\"type=bind,source=/dev/bus,target=/dev/bus\"]}")]
    [InlineData(1, "{\"hostRequirements\": {\"gpu\": \"optional\"}}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2004", text));

    [Theory]
    [InlineData("{\"runArgs\": [\"--init\"]}")]
    [InlineData("{\"mounts\": []}")]
    [InlineData("{}")]
    [InlineData("{\"hostRequirements\": {\"cpus\": 4, \"gpu\": false}}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2004", text));

    [Theory]
    [InlineData(5, "container: {image: a, options: --device /dev/kvm}")]
    [InlineData(5, "container: {image: a, options: --gpus all}")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2004", text));

    [Theory]
    [InlineData("container: {image: a, options: --cpus 1}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2004", text));
}
