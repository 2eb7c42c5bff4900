using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Routing;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Routing;

public sealed class ModelRouterTests
{
    private static readonly (string, string)[] Tiers =
        [("ANTHROPIC_DEFAULT_OPUS_MODEL", "big"), ("ANTHROPIC_DEFAULT_SONNET_MODEL", "middle"), ("ANTHROPIC_DEFAULT_HAIKU_MODEL", "small")];

    private static readonly (string, string)[] Providers =
    [
        ("PROXY_PROVIDERS", "deepseek,openrouter,anthropic"), ("PROXY_DEEPSEEK_API_KEY", "d"), ("PROXY_OPENROUTER_API_KEY", "o"),
            ("PROXY_ANTHROPIC_API_KEY", "a"),
    ];

    [Theory]
    [InlineData("claude-opus-4-8", "big")]
    [InlineData("claude-sonnet-5", "middle")]
    [InlineData("Claude-3-HAIKU", "small")]
    [InlineData("haiku-sonnet-opus", "small")]
    [InlineData("claude-sonnet-5[1m]", "middle")]
    [InlineData("claude-instant-1", "claude-instant-1")]
    [InlineData("gpt-4.1[1M]", "gpt-4.1")]
    [InlineData("vendor/model:free", "vendor/model:free")]
    [InlineData("openai/gpt-5", "openai/gpt-5")]
    [InlineData("anthropic/claude-opus-4.8", "big")]
    public void A_tier_is_mapped_and_everything_else_passes_through(string model, string upstream)
    {
        var route = Find(model, Tiers);

        Assert.Equal(("", upstream), (route.Upstream, route.UpstreamModel));
        Assert.Equal(model, route.ClientModel);
        Assert.Equal(Provider.OpenAI, route.Provider);
    }

    [Fact]
    public void Think_tags_are_read_when_the_variable_says_so()
    {
        Assert.True(new ModelRouter(Configured.WithKey(("PROXY_THINK_TAGS", "1"))).Find("m").ReadsThinkTags);
        Assert.False(new ModelRouter(Configured.WithKey()).Find("m").ReadsThinkTags);
    }

    [Theory]
    [InlineData("deepseek/deepseek-chat", "deepseek", "deepseek-chat")]
    [InlineData("DeepSeek/deepseek-chat[1m]", "deepseek", "deepseek-chat")]
    [InlineData("openrouter/anthropic/claude-haiku-4.5", "openrouter", "anthropic/claude-haiku-4.5")]
    [InlineData("moonshotai/kimi-k2", "", "moonshotai/kimi-k2")]
    [InlineData("deepseek/", "", "deepseek/")]
    [InlineData("deepseek", "", "deepseek")]
    public void A_name_before_a_slash_leads_to_the_upstream_of_that_name_if_there_is_one(string model, string upstream, string upstreamModel)
    {
        var route = Find(model, [.. Tiers, .. Providers]);

        Assert.Equal((upstream, upstreamModel), (route.Upstream, route.UpstreamModel));
        Assert.Equal(upstream switch { "deepseek" => Provider.DeepSeek, "openrouter" => Provider.OpenRouter, _ => Provider.OpenAI }, route.Provider);
    }

    [Fact]
    public void A_tier_may_be_at_another_upstream()
    {
        var route = Find("claude-opus-4-8", [.. Providers, ("ANTHROPIC_DEFAULT_OPUS_MODEL", "deepseek/deepseek-reasoner")]);

        Assert.Equal(("deepseek", "deepseek-reasoner", "claude-opus-4-8"), (route.Upstream, route.UpstreamModel, route.ClientModel));
    }

    [Theory]
    [InlineData("claude-opus-4-8", "", "mapped")]
    [InlineData("claude-opus-4-7", "", "big")]
    [InlineData("claude-fable-1", "openrouter", "anthropic/fable-1")]
    [InlineData("GPT-4.1", "deepseek", "deepseek-chat")]
    [InlineData("gpt-4.1-mini", "", "gpt-4.1-mini")]
    public void The_map_counts_before_everything_else(string model, string upstream, string upstreamModel)
    {
        var route = Find(model, [.. Tiers, .. Providers,
            ("PROXY_MODEL_MAP", "claude-opus-4-8=mapped, claude-fable*=openrouter/anthropic/fable*, gpt-4.1=deepseek/deepseek-chat")]);

        Assert.Equal((upstream, upstreamModel), (route.Upstream, route.UpstreamModel));
    }

    [Theory]
    [InlineData("OPENAI_BASE_URL", "https://api.openai.com/v1", "gpt-5.4", Api.Responses)]
    [InlineData("OPENAI_BASE_URL", "https://mine.openai.azure.com", "gpt-5.4", Api.Responses)]
    [InlineData("OPENAI_BASE_URL", "https://api.openai.com/v1", "gpt-5.2", Api.ChatCompletions)]
    [InlineData("OPENAI_BASE_URL", "https://openrouter.ai/api/v1", "openai/gpt-5.4", Api.ChatCompletions)]
    [InlineData("OPENAI_BASE_URL", "https://api.anthropic.com", "claude-opus-4-8", Api.Messages)]
    [InlineData("PROXY_UPSTREAM_API", "chat", "gpt-5.4", Api.ChatCompletions)]
    [InlineData("PROXY_UPSTREAM_API", "responses", "gpt-4.1", Api.Responses)]
    [InlineData("PROXY_UPSTREAM_API", "messages", "some-model", Api.Messages)]
    internal void Models_that_need_the_responses_api_get_it_from_those_who_have_it(string name, string value, string model, Api api) =>
        Assert.Equal(api, Find(model, (name, value)).Api);

    [Fact]
    public void A_model_kept_on_the_chat_api_is_known_to_refuse_an_effort_beside_tools()
    {
        Assert.True(Find("gpt-5.4", ("PROXY_UPSTREAM_API", "chat")).Traits.ChatTakesToolsWithoutEffort);
        Assert.False(Find("gpt-5.2", ("PROXY_UPSTREAM_API", "chat")).Traits.ChatTakesToolsWithoutEffort);
    }

    [Theory]
    [InlineData("claude-opus-5-5", "big")]
    [InlineData("claude-fable-5-2", "big")]
    [InlineData("claude-mythos-1", "big")]
    [InlineData("claude-sonnet-5-5[1m]", "middle")]
    [InlineData("claude-haiku-5-5", "small")]
    public void Todays_names_of_anthropic_go_to_their_tiers(string model, string upstream) =>
        Assert.Equal(upstream, Find(model, Tiers).UpstreamModel);

    [Theory]
    [InlineData("anthropic/claude-sonnet-5.5", "anthropic/claude-sonnet-5.5")]
    [InlineData("claude-sonnet-5-5", "openai/gpt-5")]
    [InlineData("claude-haiku-5-5", "openai/gpt-5-mini")]
    public void At_openrouter_a_name_with_a_vendor_is_its_own(string model, string upstream) =>
        Assert.Equal(upstream, Find(model, ("OPENAI_BASE_URL", "https://openrouter.ai/api/v1")).UpstreamModel);

    [Fact]
    public void What_is_said_of_a_model_counts_more_than_what_is_known()
    {
        var traits = Find("gpt-5.4", ("PROXY_MODEL_TRAITS",
            "gpt-5*=output:9 efforts:high|low,gpt-5.4=input:7 api:chat reasons:no replay:always template:mistral refuses:user|stop tools:64 "
            + "schemas:patterns|formats")).Traits;

        Assert.Equal((9, 7), (traits.MaxOutputTokens, traits.MaxInputTokens));
        Assert.Equal([EffortLevel.Low, EffortLevel.High], traits.Efforts);
        Assert.Equal(
            (Api.ChatCompletions, false, ReasoningReplay.Everywhere, true), (traits.Api, traits.Reasons, traits.Replay, traits.HasMistralTemplate));
        Assert.Equal(RequestOption.User | RequestOption.Stop, traits.Refuses);
        Assert.Equal((64, SchemaFeature.Patterns | SchemaFeature.Formats), (traits.MaxTools, traits.RefusesInSchemas));
        Assert.Equal(Api.ChatCompletions, Find("gpt-5.4", ("PROXY_MODEL_TRAITS", "gpt-5.4=api:chat")).Api);
    }

    [Theory]
    [InlineData("gpt=size:9", "holds 'size:9'. Traits are")]
    [InlineData("gpt=output", "holds 'output'. Traits are")]
    [InlineData("gpt=output:none", "holds 'output:none'. Traits are")]
    [InlineData("gpt=efforts:low|huge", "holds 'efforts:huge'. Traits are")]
    [InlineData("gpt=schemas:everything", "holds schemas:everything. Features are core, ecmascript-patterns,")]
    [InlineData("gpt=tools:0", "holds 'tools:0'. Traits are")]
    [InlineData("gpt=refuses:everything", "holds refuses:everything. Options are temperature,")]
    [InlineData("gpt", "which is not name=value")]
    public void A_trait_that_is_not_known_is_an_error(string traits, string message) => Assert.Contains(message,
        Assert.Throws<ConfigurationException>(() => Find("gpt", ("PROXY_MODEL_TRAITS", traits))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_may_be_said_to_reason()
    {
        Assert.False(Find("prod-deployment").Reasons);
        Assert.True(Find("prod-deployment", ("PROXY_REASONING_MODELS", "x, prod-*")).Reasons);
    }

    [Theory]
    [InlineData("gpt-4o", "", 16_384)]
    [InlineData("gpt-4o", "8000", 8_000)]
    [InlineData("gpt-4o", "100000", 16_384)]
    [InlineData("gpt-4o", "gpt-4o=20000", 20_000)]
    [InlineData("gpt-4o", "gpt-4o=20000,gpt-*=1", 20_000)]
    [InlineData("gpt-4o", "other=1", 16_384)]
    [InlineData("mystery", "", null)]
    [InlineData("mystery", "8000", 8_000)]
    [InlineData("mystery", "gpt-*=1,*=9000", 9_000)]
    public void Output_is_limited_by_what_is_known_of_the_model_or_said_of_it(string model, string limits, int? expected) =>
        Assert.Equal(expected, Find(model, ("PROXY_MAX_OUTPUT_TOKENS", limits)).Traits.MaxOutputTokens);

    private static Route Find(string model, params (string, string)[] environment) => new ModelRouter(Configured.WithKey(environment)).Find(model);
}
