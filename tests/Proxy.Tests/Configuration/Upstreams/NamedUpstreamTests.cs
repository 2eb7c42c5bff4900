using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Configuration.Upstreams;

public sealed class NamedUpstreamTests
{
    [Fact]
    public void Each_name_has_a_key_and_a_place_of_its_own()
    {
        var options = Configured.WithKey(
            ("PROXY_PROVIDERS", "deepseek, Work-2"),
            ("PROXY_DEEPSEEK_API_KEY", "d"),
            ("PROXY_WORK_2_BASE_URL", "https://llm.work.example/v1/"),
            ("PROXY_WORK_2_API_KEY", "w"),
            ("PROXY_WORK_2_KIND", "vllm"),
            ("PROXY_WORK_2_API", "responses"));

        Assert.Equal(["deepseek", "work-2"], options.Providers.Select(provider => provider.Id));
        Assert.Equal(["https://api.deepseek.com/v1", "https://llm.work.example/v1"],
            options.Providers.Select(provider => provider.BaseUrl.AbsoluteUri));
        Assert.Equal([Provider.DeepSeek, Provider.VLlm], options.Providers.Select(provider => provider.Provider));
        Assert.Equal(["d", "w"], options.Providers.Select(provider => provider.Keys.Single().Reveal()));
        Assert.Equal([null, Api.Responses], options.Providers.Select(provider => provider.Api));
        Assert.Equal("k", Assert.Single(options.Upstream.Keys).Reveal());
    }

    [Theory]
    [InlineData("vllm", "http://10.1.2.3:9000/v1", Provider.VLlm)]
    [InlineData("ollama", "http://127.0.0.1:9000/v1", Provider.Ollama)]
    [InlineData("openai", "https://mine.openai.azure.com", Provider.Azure)]
    [InlineData("mine", "https://llm.example/v1", Provider.Unknown)]
    internal void Without_a_kind_the_host_tells_then_the_name(string name, string url, Provider provider)
    {
        var start = $"PROXY_{name.ToUpperInvariant()}_";

        var options =
            Configured.WithKey(("PROXY_PROVIDERS", name), (start + "BASE_URL", url), (start + "API_KEY", "x"), ("PROXY_ALLOW_HTTP_UPSTREAM", "1"));

        Assert.Equal(provider, Assert.Single(options.Providers).Provider);
    }

    [Theory]
    [InlineData("deepseek", "PROXY_DEEPSEEK_API_KEY")]
    [InlineData("mine", "PROXY_MINE_BASE_URL")]
    [InlineData("azure", "PROXY_AZURE_BASE_URL")]
    [InlineData("upstream", "PROXY_PROVIDERS")]
    [InlineData("a b", "PROXY_PROVIDERS")]
    [InlineData("9a", "PROXY_PROVIDERS")]
    [InlineData("ollama,OLLAMA", "PROXY_PROVIDERS")]
    [InlineData("ollama,vllm,vllm", "PROXY_PROVIDERS")]
    public void What_is_missing_or_doubled_is_an_error_that_names_its_variable(string names, string variable) =>
        Configured.Fails(variable, ("PROXY_PROVIDERS", names));

    [Fact]
    public void Names_that_share_their_variables_are_an_error() =>
        Configured.Fails("PROXY_PROVIDERS", ("PROXY_PROVIDERS", "a-b,a_b"), ("PROXY_A_B_BASE_URL", "http://localhost:1/v1"));

    [Theory]
    [InlineData("PROXY_MINE_BASE_URL", "http://llm.example/v1")]
    [InlineData("PROXY_MINE_BASE_URL", "https://u:p@llm.example/v1")]
    [InlineData("PROXY_MINE_BASE_URL", "https://llm.example/v1?x=y")]
    [InlineData("PROXY_MINE_BASE_URL", "https://169.254.169.254/v1")]
    [InlineData("PROXY_MINE_KIND", "gpt")]
    [InlineData("PROXY_MINE_API", "completions")]
    [InlineData("PROXY_MINE_API_VERSION", "2024-10-21")]
    [InlineData("PROXY_MINE_API_KEY", "two words")]
    [InlineData("PROXY_MINE_API_KEY_FILE", "/nowhere/key")]
    [InlineData("PROXY_MINE_HEADERS", "Host: x")]
    public void A_bad_value_is_an_error_that_names_its_variable(string variable, string value)
    {
        var environment = new Dictionary<string, string>
        {
            ["PROXY_PROVIDERS"] = "mine",
            ["PROXY_MINE_BASE_URL"] = "https://llm.example/v1",
            ["PROXY_MINE_API_KEY"] = "x",
            [variable] = value,
        };
        if (variable.EndsWith("_FILE", StringComparison.Ordinal))
            environment.Remove("PROXY_MINE_API_KEY");

        Configured.Fails(variable, [.. environment.Select(pair => (pair.Key, pair.Value))]);
    }

    [Fact]
    public void A_header_that_names_who_asks_is_as_good_as_a_key()
    {
        (string, string)[] environment = [("PROXY_PROVIDERS", "deepseek"), ("PROXY_DEEPSEEK_HEADERS", "Authorization: Bearer t")];

        Assert.Empty(Assert.Single(Configured.WithKey(environment).Providers).Keys);
        Configured.Fails("PROXY_DEEPSEEK_HEADERS", [.. environment, ("PROXY_DEEPSEEK_API_KEY", "d")]);
    }

    [Fact]
    public void Anthropics_own_kind_is_spoken_to_in_its_own_protocol() =>
        Assert.True(Assert.Single(Configured.WithKey(("PROXY_PROVIDERS", "anthropic"), ("PROXY_ANTHROPIC_API_KEY", "a")).Providers).IsAnthropic);
}
