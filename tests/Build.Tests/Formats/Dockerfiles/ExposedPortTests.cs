using ContainerSecurity.Formats.Dockerfiles;

namespace Build.Tests.Formats.Dockerfiles;

public sealed class ExposedPortTests
{
    [Theory]
    [InlineData("80", false, "tcp", 80, 80)]
    [InlineData("80/", false, "tcp", 80, 80)]
    [InlineData("80/UDP", false, "UDP", 80, 80)]
    [InlineData("8000-8010/sctp", false, "sctp", 8000, 8010)]
    [InlineData("127.0.0.1:8080:80", true, "tcp", 80, 80)]
    [InlineData("[::1]:8080:80/udp", true, "udp", 80, 80)]
    public void A_port_has_its_parts(string word, bool hasHostPart, string protocol, int first, int last) =>
        Assert.Equal(new ExposedPort(word, hasHostPart, protocol, (first, last)), ExposedPort.Parse(word));

    [Theory]
    [InlineData("web")]
    [InlineData("90-80")]
    [InlineData("65536")]
    [InlineData("")]
    public void What_has_no_numbers_in_order_has_no_ports(string word) => Assert.Null(ExposedPort.Parse(word)!.Ports);

    [Fact]
    public void An_unknown_protocol_is_refused() => Assert.Null(ExposedPort.Parse("80/icmp"));
}
