namespace Build.Tests.Rules.Containers;

public sealed class PrivilegedModeTests
{
    [Theory]
    [InlineData(3, "privileged: true")]
    [InlineData(3, "privileged: \"yes\"")]
    [InlineData(3, "privileged: ${P:-true}")]
    [InlineData(3, "privileged: ${P}")]
    [InlineData(5, "post_start:\n  - command: x\n    privileged: true")]
    [InlineData(4, "build:\n  privileged: true")]
    [InlineData(3, "privileged: $P")]
    [InlineData(3, "privileged: ${PATH:+true}")]
    [InlineData(3, "privileged: !override true")]
    [InlineData(5, "build:\n  entitlements:\n    - security.insecure")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2001", text));

    [Theory]
    [InlineData("privileged: false")]
    [InlineData("image: a")]
    [InlineData("privileged: ${P:-false}")]
    [InlineData("read_only: true")]
    [InlineData("privileged: !reset null")]
    [InlineData("privileged: !reset true")]
    [InlineData("post_start: !reset\n  - command: x\n    privileged: true")]
    [InlineData("privileged: ${P:-${Q:-false}}")]
    [InlineData("build: {entitlements: [other]}")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2001", text));

    [Theory]
    [InlineData(1, "{\"privileged\": true}")]
    [InlineData(2, "{\"runArgs\": [\n\"--privileged\"]}")]
    [InlineData(2, "{\"features\": {\n\"ghcr.io/devcontainers/features/docker-in-docker:2\": {}}}")]
    [InlineData(1, "{\"runArgs\": [\"--quiet\", \"--privileged\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--no-such-flag\", \"--privileged\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--privileged=T\"]}")]
    [InlineData(1, "{\"features\": {\"ghcr.io/devcontainers/features/Docker-in-Docker:2\": {}}}")]
    [InlineData(1, "{\"build\": {\"options\": [\"--allow=security.insecure\"]}}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2001", text));

    [Theory]
    [InlineData("{\"privileged\": false}")]
    [InlineData("{\"runArgs\": [\"--privileged=false\"]}")]
    [InlineData("{\"init\": true}")]
    [InlineData("{\"runArgs\": [\"--privileged=F\"]}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2001", text));

    [Theory]
    [InlineData(5, "container: {image: a, options: --privileged}")]
    [InlineData(7, "container:\n  image: a\n  options: --cpus 1 --privileged")]
    [InlineData(9, "services:\n  db:\n    image: a\n    options: >-\n      --health-cmd \"redis-cli ping\"\n      --privileged")]
    [InlineData(5, "container: {image: a, options: \"--privi\\\"leged\\\"\"}")]
    [InlineData(5, "container: {image: a, options: \"\\\"--privileged\"}")]
    [InlineData(6, "container:\n  options: ${{ matrix.options }}\n  image: a")]
    [InlineData(5, "container: {image: a, options: \"--label \\\\\\\" --privileged --label \\\\\\\"\"}")]
    [InlineData(5, "container: {image: a, options: \"--label \\\\\\\\\\\"x\\\" --privileged\"}")]
    [InlineData(5, "container: {image: a, options: \"--label ' --privileged --label '\"}")]
    [InlineData(5, "container: {image: a, options: --label ' --privileged}")]
    [InlineData(9, "container:\n  image: a\n  options: |\n    --cpus 1\n    --privileged")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2001", text));

    [Theory]
    [InlineData("container: {image: a, options: --privileged=false}")]
    [InlineData("container: {image: a, options: \"--health-cmd \\\"x --privileged\\\"\"}")]
    [InlineData("container: a")]
    [InlineData("services: {db: {image: a}}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2001", text));
}
