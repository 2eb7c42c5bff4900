namespace Build.Tests.Rules.Containers;

public sealed class RaisedRightsTests
{
    [Theory]
    [InlineData(1, "{\"image\": \"a\"}")]
    [InlineData(2, "{\"image\": \"a\",\n\"remoteUser\": \"vscode\"}")]
    [InlineData(1, "{\"image\": \"a\", \"securityOpt\": [\"seccomp=profile.json\"]}")]
    [InlineData(1, "{\"image\": \"a\", \"securityOpt\": [\"no-new-privileges:false\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2013", text));

    [Theory]
    [InlineData("{\"image\": \"a\", \"securityOpt\": [\"no-new-privileges\"]}")]
    [InlineData("{\"image\": \"a\", \"securityOpt\": [\"no-new-privileges:true\"]}")]
    [InlineData("{\"image\": \"a\", \"runArgs\": [\"--security-opt=no-new-privileges\"]}")]
    [InlineData("{\"image\": \"a\", \"runArgs\": [\"--security-opt\", \"no-new-privileges=true\"]}")]
    [InlineData("{\"dockerComposeFile\": \"none.yaml\", \"service\": \"a\"}")]
    public void A_container_that_forbids_it_and_one_of_compose_are_let_pass(string text) => Assert.Empty(Bench.DevContainer("CS2013", text));

    [Fact]
    public void A_feature_is_no_container() => Assert.Empty(Bench.Of("CS2013", "f/devcontainer-feature.json", "{\"id\": \"f\"}"));
}
