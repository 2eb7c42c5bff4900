using ClaudeCodeProxy.Configuration;

namespace Proxy.Tests.Configuration;

public sealed class UpstreamAdviceTests
{
    [Theory]
    [InlineData("http://localhost:11434/v1", "OLLAMA_CONTEXT_LENGTH")]
    [InlineData("http://localhost:8080/v1", "PROXY_UPSTREAM_KIND")]
    [InlineData("http://llm.example/v1", "clear text")]
    [InlineData("https://mine.openai.azure.com", "PROXY_UPSTREAM_API_VERSION")]
    [InlineData("https://api.openai.com/v1", null)]
    [InlineData("https://mine.openai.azure.com/openai/v1", null)]
    public void An_upstream_with_a_trap_has_advice(string url, string? advice)
    {
        var upstream = Configured.WithKey(("OPENAI_BASE_URL", url), ("PROXY_ALLOW_HTTP_UPSTREAM", "1")).Upstream;

        if (advice is null)
            Assert.Empty(UpstreamAdvice.ForUpstream(upstream));
        else
            Assert.Contains(advice, Assert.Single(UpstreamAdvice.ForUpstream(upstream)), StringComparison.Ordinal);
    }

    [Fact]
    public void Default_models_are_advised_against_where_OpenAI_is_not_asked()
    {
        (string, string)[] environment = [("OPENAI_BASE_URL", "http://localhost:11434/v1"), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "qwen3")];

        var advice = UpstreamAdvice.ForTiers(Configured.Settings(environment), Configured.Options(environment)).ToList();

        Assert.Equal(2, advice.Count);
        Assert.StartsWith("ANTHROPIC_DEFAULT_SONNET_MODEL", advice[0], StringComparison.Ordinal);
        Assert.Empty(UpstreamAdvice.ForTiers(Configured.Settings(), Configured.WithKey()));
    }
}
