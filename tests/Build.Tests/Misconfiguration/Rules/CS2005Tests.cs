namespace Build.Tests.Misconfiguration.Rules;

public sealed class CS2005Tests
{
    [Theory]
    [InlineData(4, "volumes:\n  - /:/host")]
    [InlineData(4, "volumes:\n  - /etc/passwd:/p:ro")]
    [InlineData(4, "volumes:\n  - type: bind\n    source: /proc\n    target: /p")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2005", text));

    [Theory]
    [InlineData("volumes:\n  - ./etc:/etc")]
    [InlineData("volumes:\n  - etc:/etc")]
    [InlineData("volumes:\n  - /home/me/project:/src:ro")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2005", text));

    [Theory]
    [InlineData(1, "{\"mounts\": [\"type=bind,source=/etc,target=/e,readonly\"]}")]
    [InlineData(1, "{\"runArgs\": [\"-v/:/host\"]}")]
    [InlineData(1, "{\"mounts\": [{\"type\": \"bind\", \"source\": \"/usr/share\", \"target\": \"/x\"}]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2005", text));

    [Theory]
    [InlineData("{\"mounts\": [{\"type\": \"volume\", \"source\": \"etc\", \"target\": \"/etc\"}]}")]
    [InlineData("{\"workspaceMount\": \"source=${localWorkspaceFolder},target=/w,type=bind\"}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2005", text));
}
