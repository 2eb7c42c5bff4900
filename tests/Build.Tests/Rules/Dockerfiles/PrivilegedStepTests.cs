namespace Build.Tests.Rules.Dockerfiles;

public sealed class PrivilegedStepTests
{
    [Theory]
    [InlineData("--security=insecure true")]
    [InlineData("--network=host true")]
    [InlineData("docker run --privileged a")]
    [InlineData("sudo docker run --rm --privileged=true a")]
    [InlineData("podman build --allow security.insecure .")]
    [InlineData("docker buildx build --allow=security.insecure .")]
    [InlineData("docker run --pid=host a")]
    [InlineData("docker run --cap-add SYS_ADMIN a")]
    [InlineData("docker run --rm -v /:/host a")]
    [InlineData("podman run --volume=/:/host:ro a")]
    [InlineData("docker run -v /var/run/docker.sock:/var/run/docker.sock a")]
    public void Rights_over_the_machine_are_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1008", command));

    [Theory]
    [InlineData("--security=sandbox true")]
    [InlineData("--network=none true")]
    [InlineData("docker run --privileged=false a")]
    [InlineData("docker build .")]
    [InlineData("docker run --rm -v /src:/src --cap-add CHOWN a")]
    [InlineData("echo --privileged")]
    [InlineData("--mount=type=cache,target=/c true")]
    public void An_ordinary_step_is_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1008", command));
}
