using ContainerSecurity.Formats.Hadolint;

namespace Build.Tests.Rules.Dockerfiles;

public sealed class UnlistedPortTests
{
    private static readonly LintConfiguration Settings = new() { AllowedPorts = [8082, 8083] };

    [Theory]
    [InlineData(2, "FROM scratch\nEXPOSE 80")]
    [InlineData(2, "FROM scratch\nEXPOSE 8082 22/tcp")]
    [InlineData(2, "FROM scratch\nEXPOSE 8082-8084")]
    [InlineData(3, "FROM scratch\nARG P=80\nEXPOSE $P")]
    [InlineData(2, "FROM scratch\nEXPOSE $UNKNOWN")]
    [InlineData(2, "FROM scratch\nEXPOSE 8083-8082")]
    [InlineData(2, "FROM scratch\nONBUILD EXPOSE 80")]
    public void Another_port_is_caught(int line, string dockerfile) => Assert.Equal([line], OwnBench.Lines("CS1004", dockerfile, Settings));

    [Theory]
    [InlineData("FROM scratch\nEXPOSE 8082")]
    [InlineData("FROM scratch\nEXPOSE 8082/tcp 8083/udp")]
    [InlineData("FROM scratch\nEXPOSE 8082-8083")]
    [InlineData("FROM scratch\nARG P=8082\nEXPOSE $P/tcp")]
    [InlineData("FROM scratch")]
    public void An_allowed_port_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1004", dockerfile, Settings));

    [Fact]
    public void Without_a_list_any_port_is_let_pass() => Assert.Empty(OwnBench.Lines("CS1004", "FROM scratch\nEXPOSE 80"));

    [Fact]
    public void An_empty_list_allows_none() => Assert.Equal([2], OwnBench.Lines("CS1004", "FROM scratch\nEXPOSE 80", new() { AllowedPorts = [] }));
}
