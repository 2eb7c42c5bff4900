using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Configuration.Upstreams;

public sealed class PassthroughTests
{
    [Fact]
    public void Passthrough_needs_no_key_of_OpenAI_and_maps_no_tier()
    {
        var options = Configured.Options(("PASSTHROUGH_MODE", "1"), ("ANTHROPIC_UPSTREAM_API_KEY", "a"), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "gpt-5"));

        Assert.Equal("https://api.anthropic.com/", options.Upstream.BaseUrl.AbsoluteUri);
        Assert.Equal((Provider.Anthropic, Api.Messages), (options.Upstream.Provider, options.Upstream.Api));
        Assert.Equal("a", Assert.Single(options.Upstream.Keys).Reveal());
        Assert.True(options.Models is { Opus.IsEmpty: true, Sonnet.IsEmpty: true, Haiku.IsEmpty: true });
    }

    [Fact]
    public void Passthrough_goes_to_another_server_of_Anthropics_protocol_too()
    {
        var upstream = Configured.Options(("PASSTHROUGH_MODE", "yes"), ("ANTHROPIC_UPSTREAM_BASE_URL", "http://127.0.0.1:8080"),
            ("OPENAI_API_KEY", "not-for-it")).Upstream;

        Assert.Equal((Provider.Anthropic, Api.Messages), (upstream.Provider, upstream.Api));
        Assert.Empty(upstream.Keys);
    }

    [Fact]
    public void Without_a_key_of_its_own_passthrough_does_not_start()
    {
        Configured.Fails("ANTHROPIC_UPSTREAM_API_KEY", ("PASSTHROUGH_MODE", "1"));
        Configured.Fails("PASSTHROUGH_MODE", ("PASSTHROUGH_MODE", "1"), ("ANTHROPIC_UPSTREAM_API_KEY", "a"), ("PROXY_UPSTREAM_API", "chat"));
    }

    [Fact]
    public void An_upstream_of_Anthropics_protocol_maps_only_the_tiers_that_are_set()
    {
        var models = Configured.WithKey(("OPENAI_BASE_URL", "https://api.anthropic.com"), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "claude-opus-4-8")).Models;

        Assert.Equal("claude-opus-4-8", Assert.Single(models.Opus));
        Assert.Empty(models.Haiku);
    }
}
