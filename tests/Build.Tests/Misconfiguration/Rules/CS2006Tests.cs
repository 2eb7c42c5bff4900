namespace Build.Tests.Misconfiguration.Rules;

public sealed class CS2006Tests
{
    [Theory]
    [InlineData(4, "cap_add:\n  - SYS_ADMIN")]
    [InlineData(3, "cap_add: [NET_ADMIN]")]
    [InlineData(3, "cap_add: [\"ALL\"]")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2006", text));

    [Theory]
    [InlineData("cap_drop: [ALL]")]
    [InlineData("cap_add: []")]
    [InlineData("image: a")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2006", text));

    [Theory]
    [InlineData(1, "{\"capAdd\": [\"SYS_PTRACE\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--cap-add=SYS_ADMIN\"]}")]
    [InlineData(2, "{\"runArgs\": [\n\"--cap-add\", \"ALL\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2006", text));

    [Theory]
    [InlineData("{\"capAdd\": []}")]
    [InlineData("{\"runArgs\": [\"--cap-drop=ALL\"]}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2006", text));
}
