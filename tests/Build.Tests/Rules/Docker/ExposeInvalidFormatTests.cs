namespace Build.Tests.Rules.Docker;

public sealed class ExposeInvalidFormatTests
{
    [Theory]
    [InlineData("FROM a:1\nEXPOSE 80:80", 2)]
    [InlineData("FROM a:1\nEXPOSE 127.0.0.1:80:80", 2)]
    [InlineData("FROM a:1\nEXPOSE 1:1 80 2:2/udp", 2, 2)]
    [InlineData("FROM a:1\nENV P=8080\nEXPOSE $P:80", 3)]
    public void An_address_or_port_of_the_host_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("ExposeInvalidFormat", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nEXPOSE 80")]
    [InlineData("FROM a:1\nEXPOSE 80/tcp 81-90/udp")]
    [InlineData("FROM a:1\nARG P=80\nEXPOSE $P")]
    public void The_port_alone_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("ExposeInvalidFormat", dockerfile));
}
