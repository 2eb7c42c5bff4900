using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3011Tests
{
    [Theory]
    [InlineData(1, "EXPOSE 65536")]
    [InlineData(1, "EXPOSE 80 99999/udp")]
    [InlineData(1, "EXPOSE 1-70000")]
    [InlineData(1, "EXPOSE 99999999999999999999")]
    public void A_port_beyond_16_bits_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3011.Rule, dockerfile));

    [Theory]
    [InlineData("EXPOSE 0 65535/tcp")]
    [InlineData("EXPOSE 8000-8010")]
    [InlineData("EXPOSE $PORT")]
    [InlineData("EXPOSE ${PORT:-99999}")]
    [InlineData("EXPOSE 000080")]
    public void A_port_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3011.Rule, dockerfile));
}
