namespace Build.Tests.Rules.Containers;

public sealed class PublishedPortTests
{
    [Theory]
    [InlineData(4, "ports:\n  - 8080:80")]
    [InlineData(4, "ports:\n  - \"80\"")]
    [InlineData(4, "ports:\n  - 0.0.0.0:8080:80")]
    [InlineData(4, "ports:\n  - published: \"8080\"\n    target: 80")]
    [InlineData(4, "ports:\n  - \"[::]:80:80\"")]
    [InlineData(4, "ports:\n  - ${A}:80:80")]
    [InlineData(4, "ports:\n  - target: 80")]
    [InlineData(4, "ports:\n  - {target: 80, published: \"8080\", host_ip: 0.0.0.0}")]
    [InlineData(4, "ports:\n  - 1270.0.0.1:80:80")]
    [InlineData(4, "ports:\n  - \"0.0.0.0:127.0.0.1:80\"")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2008", text));

    [Theory]
    [InlineData("ports:\n  - 127.0.0.1:8080:80")]
    [InlineData("ports:\n  - localhost:8080:80")]
    [InlineData("ports:\n  - \"[::1]:8080:80/tcp\"")]
    [InlineData("ports:\n  - {target: 80, published: \"8080\", host_ip: 127.0.0.1}")]
    [InlineData("ports:\n  - ${A:-127.0.0.1}:80:80")]
    [InlineData("expose: [\"80\"]")]
    [InlineData("ports:\n  - ${A:-${B:-127.0.0.1}}:80:80")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2008", text));

    [Theory]
    [InlineData(1, "{\"appPort\": \"8080:80\"}")]
    [InlineData(1, "{\"runArgs\": [\"-p\", \"80:80\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--publish-all\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2008", text));

    [Theory]
    [InlineData("{\"appPort\": 8080}")]
    [InlineData("{\"runArgs\": [\"-p\", \"127.0.0.1:80:80\"]}")]
    [InlineData("{\"forwardPorts\": [8082]}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2008", text));

    [Theory]
    [InlineData(5, "services: {db: {image: a, ports: [5432]}}")]
    [InlineData(5, "services: {db: {image: a, ports: [\"5432:5432\"]}}")]
    [InlineData(5, "container: {image: a, options: -p 80:80}")]
    [InlineData(5, "container: {image: a, options: -P}")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2008", text));

    [Theory]
    [InlineData("services: {db: {image: a, ports: [\"127.0.0.1:5432:5432\"]}}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2008", text));
}
