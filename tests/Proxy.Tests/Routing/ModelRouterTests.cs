using System.Net;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation;

namespace Proxy.Tests.Routing;

public sealed class ModelRouterTests
{
    private readonly ModelRouter _router = new(new ProxyOptions
    {
        Listen = new ListenAddress(IPAddress.Loopback, 8082),
        Upstream = new UpstreamOptions { BaseUrl = new Uri("https://api.openai.com/v1"), Provider = Provider.OpenAI },
        Models = new ModelOptions("big", "middle", "small"),
    });

    [Theory]
    [InlineData("claude-opus-4-8", "big")]
    [InlineData("claude-sonnet-5", "middle")]
    [InlineData("Claude-3-HAIKU", "small")]
    [InlineData("haiku-sonnet-opus", "small")]
    [InlineData("claude-sonnet-5[1m]", "middle")]
    [InlineData("claude-fable-1", "claude-fable-1")]
    [InlineData("gpt-4.1[1M]", "gpt-4.1")]
    [InlineData("vendor/model:free", "vendor/model:free")]
    public void A_tier_is_mapped_and_everything_else_passes_through(string model, string upstream) => Assert.Equal(upstream, _router.Find(model).UpstreamModel);

    [Fact]
    public void The_client_keeps_its_own_name_for_the_model()
    {
        var route = _router.Find("claude-opus-4-8[1m]");

        Assert.Equal("claude-opus-4-8[1m]", route.ClientModel);
        Assert.Equal(Provider.OpenAI, route.Provider);
    }

    [Theory]
    [InlineData("o1", true)]
    [InlineData("o3-mini", true)]
    [InlineData("GPT-5-mini", true)]
    [InlineData("openai/gpt-5", true)]
    [InlineData("azure/o4-mini", true)]
    [InlineData("azure/openai/o4-mini", true)]
    [InlineData("gpt-4o", false)]
    [InlineData("qwen3-coder", false)]
    [InlineData("other/gpt-5", false)]
    public void Reasoning_models_are_known_by_name(string model, bool reasoning) => Assert.Equal(reasoning, _router.Find(model).Reasoning);
}
