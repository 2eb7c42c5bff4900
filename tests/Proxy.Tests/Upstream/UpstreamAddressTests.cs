using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Upstream;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Upstream;

public sealed class UpstreamAddressTests
{
    private const string Standard = "api-version=2024-10-21";

    [Theory]
    [InlineData("https://host/v1", Api.ChatCompletions, "", "https://host/v1/chat/completions")]
    [InlineData("https://host/v1/", Api.Responses, "", "https://host/v1/responses")]
    [InlineData("https://host", Api.Messages, "", "https://host/v1/messages")]
    [InlineData("https://host/v1", Api.Messages, "/count_tokens?beta=true", "https://host/v1/messages/count_tokens?beta=true")]
    [InlineData("https://host/anthropic", Api.Messages, "", "https://host/anthropic/v1/messages")]
    [InlineData("https://mine.services.ai.azure.com/anthropic", Api.Messages, "", "https://mine.services.ai.azure.com/anthropic/v1/messages")]
    internal void Each_protocol_has_its_path(string url, Api api, string subPath, string expected) =>
        Assert.Equal(expected, Of(url, "m", api, subPath));

    [Theory]
    [InlineData("https://mine.openai.azure.com", "gpt-4o", "/openai/deployments/gpt-4o/chat/completions?" + Standard)]
    [InlineData("https://mine.openai.azure.com/openai/", "gpt-4o", "/openai/deployments/gpt-4o/chat/completions?" + Standard)]
    [InlineData("https://mine.openai.azure.com", "a/b c?d", "/openai/deployments/a%2Fb%20c%3Fd/chat/completions?" + Standard)]
    [InlineData("https://mine.openai.azure.com/openai/deployments/prod", "gpt-4o", "/openai/deployments/prod/chat/completions?" + Standard)]
    [InlineData("https://mine.openai.azure.com/openai/deployments/prod/chat/completions?api-version=2025-01-01", "gpt-4o",
        "/openai/deployments/prod/chat/completions?api-version=2025-01-01")]
    [InlineData("https://mine.openai.azure.com/openai/v1", "gpt-4o", "/openai/v1/chat/completions")]
    public void Azure_has_deployments_and_versions(string url, string model, string expected) =>
        Assert.Equal("https://mine.openai.azure.com" + expected, Of(url, model));

    [Theory]
    [InlineData("https://mine.openai.azure.com/openai/v1", Api.ChatCompletions, "/openai/v1/chat/completions?api-version=preview")]
    [InlineData("https://mine.openai.azure.com", Api.ChatCompletions, "/openai/deployments/m/chat/completions?api-version=preview")]
    [InlineData("https://mine.openai.azure.com", Api.Responses, "/openai/responses?api-version=preview")]
    internal void Azures_version_is_the_one_that_is_configured(string url, Api api, string expected) =>
        Assert.Equal("https://mine.openai.azure.com" + expected, Of(url, "m", api, "", ("PROXY_UPSTREAM_API_VERSION", "preview")));

    [Theory]
    [InlineData("https://mine.openai.azure.com")]
    [InlineData("https://mine.openai.azure.com/openai/deployments/prod")]
    [InlineData("https://mine.openai.azure.com/openai/v1")]
    public void Azures_responses_belong_to_no_deployment(string url) =>
        Assert.Equal("https://mine.openai.azure.com/openai/v1/responses", Of(url, "m", Api.Responses));

    private static string Of(string url, string model, Api api = Api.ChatCompletions, string subPath = "", params (string, string)[] more)
    {
        var upstream = Configured.WithKey([("OPENAI_BASE_URL", url), .. more]).Upstream;
        return new UpstreamAddress(upstream).Find(new Route(upstream.Provider, "client", model) { Api = api }, subPath).AbsoluteUri;
    }
}
