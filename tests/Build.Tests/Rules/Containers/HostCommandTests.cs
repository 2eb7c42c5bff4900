namespace Build.Tests.Rules.Containers;

public sealed class HostCommandTests
{
    [Theory]
    [InlineData(1, "{\"initializeCommand\": \"make\"}")]
    [InlineData(2, "{\n\"initializeCommand\": [\"make\"]}")]
    [InlineData(1, "{\"initializeCommand\": {\"a\": \"make\"}}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2010", text));

    [Theory]
    [InlineData("{\"postCreateCommand\": \"make\"}")]
    [InlineData("{\"initializeCommand\": \"\"}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2010", text));

    [Theory]
    [InlineData(4, "provider:\n  type: ./start.sh")]
    public void A_program_of_the_host_that_stands_for_a_service_is_caught_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2010", text));

    [Theory]
    [InlineData("post_start:\n  - command: make")]
    public void A_command_inside_the_container_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2010", text));
}
