using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;

namespace Proxy.Tests.Configuration.Upstreams;

public sealed class ForwardProxiesTests
{
    [Theory]
    [InlineData("https://api.example/v1", "HTTPS_PROXY", "http://proxy:3128", "http://proxy:3128/")]
    [InlineData("https://api.example/v1", "https_proxy", "proxy:3128", "http://proxy:3128/")]
    [InlineData("http://api.example/v1", "http_proxy", "http://proxy:3128", "http://proxy:3128/")]
    [InlineData("https://api.example/v1", "HTTP_PROXY", "http://proxy:3128", null)]
    [InlineData("http://127.0.0.1/v1", "HTTP_PROXY", "http://proxy:3128", null)]
    [InlineData("http://localhost/v1", "HTTP_PROXY", "http://proxy:3128", null)]
    public void The_scheme_of_the_upstream_decides_and_loopback_is_reached_directly(string upstream, string variable, string value,
        string? expected) =>
        Assert.Equal(expected, Choose(upstream, (variable, value))?.ToString());

    [Theory]
    [InlineData("api.example", true)]
    [InlineData("API.Example", true)]
    [InlineData("example", true)]
    [InlineData(".example", true)]
    [InlineData("*.example", true)]
    [InlineData("other, api.example", true)]
    [InlineData("other api.example", true)]
    [InlineData("api.example:443", true)]
    [InlineData("*", true)]
    [InlineData("api.example:80", false)]
    [InlineData("pi.example", false)]
    [InlineData("xample", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("", false)]
    public void Hosts_of_no_proxy_are_reached_directly(string noProxy, bool direct) =>
        Assert.Equal(direct, Choose("https://api.example/v1", ("HTTPS_PROXY", "http://proxy"), ("no_proxy", noProxy)) is null);

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("11.0.0.0/8", false)]
    [InlineData("0.1.2.3", false)]
    public void An_address_is_matched_by_address_or_network(string noProxy, bool direct) =>
        Assert.Equal(direct, Choose("https://10.1.2.3/v1", ("HTTPS_PROXY", "http://proxy"), ("NO_PROXY", noProxy)) is null);

    [Fact]
    public void What_is_no_proxy_is_an_error_that_does_not_show_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => Choose("https://api.example/v1", ("HTTPS_PROXY", "ftp://user:hunter@proxy")));

        Assert.DoesNotContain("hunter", error.Message, StringComparison.Ordinal);
    }

    private static Uri? Choose(string upstream, params (string Name, string Value)[] environment) =>
        ForwardProxies.Choose(Settings.Load(environment.ToDictionary(pair => pair.Name, pair => pair.Value), "/nowhere"), new Uri(upstream));
}
