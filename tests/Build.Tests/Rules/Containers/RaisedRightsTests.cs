namespace Build.Tests.Rules.Containers;

public sealed class RaisedRightsTests
{
    [Theory]
    [InlineData(2, "{\"image\": \"a\",\n\"remoteUser\": \"vscode\"}")]
    [InlineData(1, "{\"image\": \"a\", \"containerUser\": \"1000\"}")]
    [InlineData(1, "{\"image\": \"a\", \"containerUser\": \"root\", \"remoteUser\": \"node\"}")]
    [InlineData(1, "{\"remoteUser\": \"vscode\", \"securityOpt\": [\"seccomp=profile.json\"]}")]
    [InlineData(1, "{\"remoteUser\": \"vscode\", \"securityOpt\": [\"no-new-privileges:false\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2013", text));

    [Theory]
    [InlineData("{\"remoteUser\": \"a\", \"securityOpt\": [\"no-new-privileges\"]}")]
    [InlineData("{\"remoteUser\": \"a\", \"securityOpt\": [\"no-new-privileges:true\"]}")]
    [InlineData("{\"remoteUser\": \"a\", \"runArgs\": [\"--security-opt=no-new-privileges\"]}")]
    [InlineData("{\"remoteUser\": \"a\", \"runArgs\": [\"--security-opt\", \"no-new-privileges=true\"]}")]
    [InlineData("{\"remoteUser\": \"root\"}")]
    [InlineData("{\"image\": \"a\"}")]
    public void Where_it_is_forbidden_or_nobody_promises_another_user_it_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2013", text));

    [Fact]
    public void What_a_service_may_is_said_in_its_compose_file()
    {
        using var bench = new Bench()
            .Write("compose.yaml", "services: {a: {image: b}}")
            .Write(".devcontainer.json", "{\"dockerComposeFile\": \"compose.yaml\", \"service\": \"a\", \"remoteUser\": \"vscode\"}");

        Assert.Empty(bench.Read().Findings);
    }
}
