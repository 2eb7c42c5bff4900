using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;

namespace Proxy.Tests.Configuration.Upstreams;

public sealed class UpstreamHeaderTests
{
    [Theory]
    [InlineData("X-Team: a, X-Cost:b c:d,", "X-Team=a|X-Cost=b c:d")]
    [InlineData("", "")]
    [InlineData("X-Empty:", "X-Empty=")]
    public void Headers_are_read_as_names_and_values(string text, string expected)
    {
        var headers = Configured.WithKey(("PROXY_UPSTREAM_HEADERS", text)).Upstream.Headers;

        Assert.Equal(expected, string.Join('|', headers.Select(header => $"{header.Name}={header.Value}")));
    }

    [Theory]
    [InlineData("just words")]
    [InlineData(": value")]
    [InlineData("X Team: a")]
    [InlineData("X-Team: a\r\nX-Evil: b")]
    [InlineData("X-Team: ä")]
    [InlineData("X-Team: a, x-team: b")]
    [InlineData("Host: x")]
    [InlineData("content-length: 1")]
    [InlineData("Content-Type: text/plain")]
    [InlineData("Connection: close")]
    [InlineData("Transfer-Encoding: chunked")]
    [InlineData("TE: trailers")]
    [InlineData("Upgrade: h2c")]
    [InlineData("Authorization: Bearer t")]
    [InlineData("X-Api-Key: t")]
    public void What_is_no_header_or_belongs_to_the_proxy_is_an_error(string text) =>
        Configured.Fails("PROXY_UPSTREAM_HEADERS", ("PROXY_UPSTREAM_HEADERS", text));

    [Fact]
    public void A_value_is_never_shown()
    {
        Assert.DoesNotContain("hunter", new UpstreamHeader("X-Token", "hunter").ToString(), StringComparison.Ordinal);
        var error = Assert.Throws<ConfigurationException>(() => Configured.WithKey(("PROXY_UPSTREAM_HEADERS", "X-Token: hunter\u00e9")));
        Assert.DoesNotContain("hunter", error.Message, StringComparison.Ordinal);
    }
}
