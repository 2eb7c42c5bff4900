using ClaudeCodeProxy.Providers;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Providers;

public sealed class ProviderKindTests
{
    [Theory]
    [InlineData("https://api.openai.com/v1", Provider.OpenAI)]
    [InlineData("https://API.OpenAI.com/v1/", Provider.OpenAI)]
    [InlineData("https://openrouter.ai/api/v1", Provider.OpenRouter)]
    [InlineData("https://eu.openrouter.ai/api/v1", Provider.OpenRouter)]
    [InlineData("https://mine.openai.azure.com", Provider.Azure)]
    [InlineData("https://mine.cognitiveservices.azure.com", Provider.Azure)]
    [InlineData("https://mine.services.ai.azure.com/openai/v1", Provider.Azure)]
    [InlineData("https://api.deepseek.com", Provider.DeepSeek)]
    [InlineData("https://api.moonshot.ai/v1", Provider.Moonshot)]
    [InlineData("https://api.moonshot.cn/v1", Provider.Moonshot)]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/openai", Provider.Gemini)]
    [InlineData("https://api.anthropic.com", Provider.Anthropic)]
    [InlineData("http://localhost:11434/v1", Provider.Ollama)]
    [InlineData("http://[::1]:11434/v1", Provider.Ollama)]
    [InlineData("http://127.0.0.1:1234/v1", Provider.LmStudio)]
    [InlineData("http://127.0.0.1:8000/v1", Provider.Unknown)]
    [InlineData("http://127.0.0.1:8080/v1", Provider.Unknown)]
    [InlineData("https://evil.example/api.openai.com/v1", Provider.Unknown)]
    [InlineData("https://api.openai.com.evil.example/v1", Provider.Unknown)]
    [InlineData("https://notopenrouter.ai/v1", Provider.Unknown)]
    [InlineData("https://openai.azure.com.evil.example", Provider.Unknown)]
    internal void The_kind_is_known_by_host_and_port_alone(string url, Provider provider) =>
        Assert.Equal(provider, Configured.WithKey(("OPENAI_BASE_URL", url)).Upstream.Provider);

    [Fact]
    public void The_kind_that_is_said_counts_more_than_the_host()
    {
        Assert.Equal(Provider.VLlm,
            Configured.Options(("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1"), ("PROXY_UPSTREAM_KIND", "vllm")).Upstream.Provider);
        Assert.Equal(Provider.Unknown,
            Configured.WithKey(("PROXY_UPSTREAM_KIND", "Other"), ("OPENAI_BASE_URL", "https://api.openai.com/v1")).Upstream.Provider);
        Configured.Fails("PROXY_UPSTREAM_KIND", ("PROXY_UPSTREAM_KIND", "openia"));
    }

    [Fact]
    public void A_kind_brings_its_usual_place()
    {
        Assert.Equal("http://localhost:11434/v1", Configured.Options(("PROXY_UPSTREAM_KIND", "ollama")).Upstream.BaseUrl.AbsoluteUri);
        Assert.All(ProviderKind.All, kind => Assert.True(kind.BaseUrl is null
            || ProviderKind.Detect(new Uri(kind.BaseUrl)) is var found && (found == kind.Provider || kind.Provider == Provider.VLlm)));
        Configured.Fails("OPENAI_BASE_URL", ("PROXY_UPSTREAM_KIND", "azure"));
    }
}
