using ClaudeCodeProxy.Upstream;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Upstream;

public sealed class FixedHeadersTests
{
    [Theory]
    [InlineData("https://api.openai.com/v1", "", "Authorization: Bearer k")]
    [InlineData("https://mine.openai.azure.com", "", "api-key: k")]
    [InlineData("https://gateway.example/azure", "azure", "api-key: k")]
    [InlineData("https://api.anthropic.com", "", "x-api-key: k")]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/openai", "", "Authorization: Bearer k")]
    public void The_key_stands_where_the_upstream_looks_for_it(string url, string kind, string expected)
    {
        var headers = FixedHeaders.Credentials(Configured.WithKey(("OPENAI_BASE_URL", url), ("PROXY_UPSTREAM_KIND", kind)).Upstream);

        var (name, value) = Assert.Single(headers);
        Assert.Equal(expected, $"{name}: {value}");
    }
}
