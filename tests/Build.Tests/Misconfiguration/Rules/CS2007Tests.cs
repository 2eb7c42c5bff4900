namespace Build.Tests.Misconfiguration.Rules;

public sealed class CS2007Tests
{
    [Theory]
    [InlineData(4, "security_opt:\n  - seccomp=unconfined")]
    [InlineData(4, "security_opt:\n  - seccomp:unconfined")]
    [InlineData(4, "security_opt:\n  - \"apparmor=unconfined\"")]
    [InlineData(4, "security_opt:\n  - label:disable")]
    [InlineData(4, "security_opt:\n  - systempaths=unconfined")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2007", text));

    [Theory]
    [InlineData("security_opt: [\"no-new-privileges:true\"]")]
    [InlineData("security_opt: [\"seccomp=profile.json\"]")]
    [InlineData("image: a")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2007", text));

    [Theory]
    [InlineData(1, "{\"securityOpt\": [\"seccomp=unconfined\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--security-opt=apparmor=unconfined\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--security-opt\", \"seccomp=unconfined\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2007", text));

    [Theory]
    [InlineData("{\"securityOpt\": [\"no-new-privileges\"]}")]
    [InlineData("{\"runArgs\": [\"--security-opt=no-new-privileges\"]}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2007", text));
}
