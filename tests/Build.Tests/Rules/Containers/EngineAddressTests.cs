namespace Build.Tests.Rules.Containers;

/// <summary>An engine that is reached over the network is commanded as by its socket.</summary>
public sealed class EngineAddressTests
{
    [Theory]
    [InlineData("environment:\n  DOCKER_HOST: tcp://172.17.0.1:2375", 4)]
    [InlineData("environment:\n  - A=b\n  - DOCKER_HOST=tcp://host.docker.internal:2375", 5)]
    [InlineData("environment:\n  DOCKER_HOST: ${DOCKER_HOST:-tcp://10.0.0.2:2376}", 4)]
    [InlineData("environment: [\"CONTAINER_HOST=http://[fd00::1]:8080\"]", 3)]
    [InlineData("environment: {DOCKER_HOST: TCP://engine}", 3)]
    public void In_a_service_it_is_caught_with_its_line(string service, int line) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2003", service));

    [Theory]
    [InlineData("environment:\n  DOCKER_HOST: unix:///run/user/1000/docker.sock")]
    [InlineData("environment:\n  DOCKER_HOST: ssh://build@machine")]
    [InlineData("environment:\n  - DOCKER_HOST")]
    [InlineData("environment:\n  DOCKER_HOST:")]
    [InlineData("environment:\n  DOCKER_HOST: tcp://localhost:2375")]
    [InlineData("environment:\n  DOCKER_HOST: tcp://app:2376")]
    [InlineData("environment:\n  HOST: tcp://172.17.0.1:2375")]
    public void Another_variable_or_an_engine_of_the_project_is_let_pass(string service) => Assert.Empty(Bench.Compose("CS2003", service));

    [Theory]
    [InlineData("{\n\"containerEnv\": {\n\"DOCKER_HOST\": \"tcp://host.docker.internal:2375\"}}", 3)]
    [InlineData("{\n\"runArgs\": [\"-e\", \"DOCKER_HOST=tcp://172.17.0.1:2375\"]}", 2)]
    public void In_a_devcontainer_too(string text, int line) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2003", text));
}
