using System.Net;
using ClaudeCodeProxy.Configuration.Upstreams;

namespace Proxy.Tests.Configuration.Upstreams;

public sealed class UpstreamUrlTests
{
    [Theory]
    [InlineData("https://host/v1", "https://host/v1")]
    [InlineData("https://host/v1/", "https://host/v1")]
    [InlineData("https://host/v1/chat/completions", "https://host/v1")]
    [InlineData("https://host/v1/responses", "https://host/v1")]
    public void The_path_of_a_protocol_is_not_part_of_the_base(string text, string expected) =>
        Assert.Equal(expected, Configured.WithKey(("OPENAI_BASE_URL", text)).Upstream.BaseUrl.AbsoluteUri);

    [Theory]
    [InlineData("https://169.254.169.254/v1")]
    [InlineData("https://2852039166/v1")]
    [InlineData("https://[fe80::1]/v1")]
    [InlineData("https://[::ffff:169.254.169.254]/v1")]
    [InlineData("https://[fd00:ec2::254]/v1")]
    [InlineData("https://100.100.100.200/v1")]
    public void A_link_local_or_metadata_address_is_no_upstream(string url) => Configured.Fails("OPENAI_BASE_URL names", ("OPENAI_BASE_URL", url));

    [Theory]
    [InlineData("169.254.0.1", true)]
    [InlineData("::ffff:169.254.1.1", true)]
    [InlineData("fe80::1%1", true)]
    [InlineData("169.255.0.1", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    public void Forbidden_are_link_local_addresses_in_any_form(string address, bool isForbidden) =>
        Assert.Equal(isForbidden, ForbiddenAddress.Includes(IPAddress.Parse(address)));

    [Fact]
    public void Plain_http_to_the_host_of_a_container_needs_its_switch_which_the_error_names()
    {
        (string, string) url = ("OPENAI_BASE_URL", "http://host.docker.internal:11434/v1");

        Configured.Fails("PROXY_ALLOW_HTTP_UPSTREAM=1", url);
        Assert.Equal("host.docker.internal:11434", Configured.WithKey(url, ("PROXY_ALLOW_HTTP_UPSTREAM", "1")).Upstream.Name);
    }

    [Theory]
    [InlineData("https://mine.openai.azure.com/openai/deployments/d/chat/completions?api-version=2025-01-01-preview", "2025-01-01-preview")]
    [InlineData("https://mine.openai.azure.com", null)]
    public void Azures_version_may_stand_in_its_url(string url, string? version) =>
        Assert.Equal(version, Configured.WithKey(("OPENAI_BASE_URL", url)).Upstream.ApiVersion);

    [Theory]
    [InlineData("https://mine.openai.azure.com?api-version=1&key=x")]
    [InlineData("https://mine.openai.azure.com?key=x")]
    [InlineData("https://api.openai.com/v1?api-version=1")]
    [InlineData("https://mine.openai.azure.com#x")]
    public void Any_other_query_is_refused(string url) => Configured.Fails("OPENAI_BASE_URL", ("OPENAI_BASE_URL", url));
}
