namespace Build.Tests.Rules.Docker;

public sealed class ExposeProtoCasingTests
{
    [Theory]
    [InlineData("FROM a:1\nEXPOSE 80/TCP", 2)]
    [InlineData("FROM a:1\nEXPOSE 80/Udp 81/tcp", 2)]
    [InlineData("FROM a:1\nARG P=UDP\nEXPOSE 80/$P", 3)]
    public void A_protocol_in_upper_case_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("ExposeProtoCasing", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nEXPOSE 80/tcp")]
    [InlineData("FROM a:1\nEXPOSE 80")]
    [InlineData("FROM a:1\nEXPOSE 80/XYZ")]
    public void A_protocol_in_lower_case_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("ExposeProtoCasing", dockerfile));
}
