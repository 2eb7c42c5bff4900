using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

/// <summary>What becomes of <c>thinking</c> and <c>output_config.effort</c> at each provider.</summary>
public sealed class ReasoningOptionsTests
{
    private const string Adaptive = ",\"thinking\":{\"type\":\"adaptive\"}";
    private const string Disabled = ",\"thinking\":{\"type\":\"disabled\"}";
    private const string High = Adaptive + ",\"output_config\":{\"effort\":\"high\"}";
    private const string Max = Adaptive + ",\"output_config\":{\"effort\":\"max\"}";
    private const string SmallBudget = ",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":512}";
    private const string Budget = ",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":20000}";
    private const string Tools = ",\"tools\":[{\"name\":\"t\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}}]";

    [Theory]
    [InlineData("o1-mini", High, null)]
    [InlineData("o3", Max, "high")]
    [InlineData("o3", Disabled, "low")]
    [InlineData("gpt-5", Max, "high")]
    [InlineData("gpt-5", Disabled, "minimal")]
    [InlineData("gpt-5-chat-latest", High, null)]
    [InlineData("gpt-5-pro", Disabled, "high")]
    [InlineData("gpt-5-codex", Disabled, "low")]
    [InlineData("gpt-5.1", Disabled, "none")]
    [InlineData("gpt-5.1", Max, "high")]
    [InlineData("gpt-5.1-codex-max", Max, "xhigh")]
    [InlineData("gpt-5.2", Max, "xhigh")]
    [InlineData("openai/gpt-5.2", Adaptive, "medium")]
    [InlineData("gpt-5.2", SmallBudget, "low")]
    [InlineData("gpt-5.2", Budget, "high")]
    [InlineData("gpt-5.2-pro", Disabled, "medium")]
    [InlineData("my-deployment", Max, "high")]
    [InlineData("gpt-5", "", null)]
    [InlineData("gpt-5", ",\"output_config\":{\"effort\":\"minimal\"}", "minimal")]
    [InlineData("gpt-5.1", ",\"output_config\":{\"effort\":\"minimal\"}", "low")]
    [InlineData("gpt-5", ",\"output_config\":{\"effort\":\"of_tomorrow\"}", "high")]
    [InlineData("gpt-5.2", ",\"output_config\":{\"effort\":\"none\"}", "none")]
    public void Openai_and_azure_are_told_a_level_that_the_model_knows(string model, string options, string? effort)
    {
        var isOpenAIs = model is ['o', not 'p', ..] or ['g', ..];
        Provider[] others = [Provider.Azure, Provider.Unknown, Provider.VLlm];
        foreach (var provider in isOpenAIs ? [Provider.OpenAI, .. others] : others)
            Assert.Equal(effort is null ? "" : $",\"reasoning_effort\":\"{effort}\"", Said(options, provider, model, reasoning: true));
    }

    [Theory]
    [InlineData(nameof(Provider.OpenAI), "gpt-4o")]
    [InlineData(nameof(Provider.Azure), "gpt-4.1")]
    [InlineData(nameof(Provider.Unknown), "llama-4")]
    [InlineData(nameof(Provider.VLlm), "Qwen3-32B")]
    public void A_model_that_does_not_think_is_told_nothing(string provider, string model)
    {
        foreach (var options in new[] { Adaptive, High, Disabled, Budget })
            Assert.Equal("", Said(options, Enum.Parse<Provider>(provider), model));
    }

    [Fact]
    public void Openais_open_models_are_told_everywhere()
    {
        Assert.Equal(",\"reasoning_effort\":\"high\"", Said(Max, Provider.VLlm, "openai/gpt-oss-120b"));
        Assert.Equal(",\"reasoning_effort\":\"low\"", Said(Disabled, Provider.Unknown, "gpt-oss:20b"));
    }

    [Fact]
    public void With_tools_models_after_5_2_are_told_not_to_think_at_all()
    {
        var route = new Route(Provider.OpenAI, "claude-opus-4-8", "gpt-5.4");
        Assert.Contains(",\"reasoning_effort\":\"none\"", Options(High + Tools, route), StringComparison.Ordinal);
        Assert.Contains(",\"reasoning_effort\":\"high\"", Options(High, route), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Adaptive, "{\"effort\":\"medium\"}")]
    [InlineData(High, "{\"effort\":\"high\"}")]
    [InlineData(Max, "{\"effort\":\"xhigh\"}")]
    [InlineData(Disabled, "{\"enabled\":false}")]
    [InlineData(SmallBudget, "{\"effort\":\"low\"}")]
    [InlineData(Budget, "{\"effort\":\"high\"}")]
    [InlineData(",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":2000}", "{\"max_tokens\":2000}")]
    [InlineData(",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":2000},\"output_config\":{\"effort\":\"low\"}", "{\"effort\":\"low\"}")]
    public void Openrouter_is_told_exactly_one_thing(string options, string reasoning)
    {
        var request = $$"""{"model":"m","max_tokens":9000,"messages":[{"role":"user","content":"x"}]{{options}}}""";
        var upstream = UpstreamBody(request, new Route(Provider.OpenRouter, "m", "some/model"));
        Assert.EndsWith($",\"max_tokens\":9000,\"reasoning\":{reasoning}}}", upstream, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai/gpt-5", "{\"effort\":\"minimal\",\"exclude\":true}")]
    [InlineData("openai/o3", "{\"effort\":\"low\",\"exclude\":true}")]
    [InlineData("openai/gpt-5.1", "{\"enabled\":false}")]
    public void At_openrouter_a_model_that_always_thinks_is_kept_short_and_out_of_sight(string model, string reasoning)
    {
        Assert.Equal($",\"reasoning\":{reasoning}", Said(Disabled, Provider.OpenRouter, model, reasoning: true));
    }

    [Theory]
    [InlineData(Adaptive, ",\"reasoning_effort\":\"medium\"")]
    [InlineData(Max, ",\"reasoning_effort\":\"high\"")]
    [InlineData(SmallBudget, ",\"reasoning_effort\":\"low\"")]
    [InlineData(Disabled, ",\"reasoning_effort\":\"none\"")]
    [InlineData("", "")]
    public void A_local_server_is_told_what_the_client_asked_and_knows_itself_who_thinks(string options, string expected)
    {
        Assert.Equal(expected, Said(options, Provider.Ollama, "qwen3"));
        Assert.Equal(expected, Said(options, Provider.LmStudio, "qwen3"));
    }

    [Fact]
    public void The_request_can_be_repeated_without_it()
    {
        var withoutThinking = Example.Ollama with { Traits = new ModelTraits { Refuses = RequestOption.Reasoning } };
        Assert.Equal("\"max_tokens\":100", Options(High, withoutThinking));
        Assert.Equal("\"max_tokens\":100", Options(Disabled, withoutThinking));
    }

    [Theory]
    [InlineData(Adaptive, ",\"thinking\":{\"type\":\"enabled\"}")]
    [InlineData(High, ",\"thinking\":{\"type\":\"enabled\"},\"reasoning_effort\":\"high\"")]
    [InlineData(Max, ",\"thinking\":{\"type\":\"enabled\"},\"reasoning_effort\":\"max\"")]
    [InlineData(",\"output_config\":{\"effort\":\"medium\"}", ",\"thinking\":{\"type\":\"enabled\"},\"reasoning_effort\":\"high\"")]
    [InlineData(Disabled, ",\"thinking\":{\"type\":\"disabled\"}")]
    [InlineData("", "")]
    public void Deepseek_has_a_switch_and_three_levels(string options, string expected) =>
        Assert.Equal(expected, Said(options, Provider.DeepSeek, "deepseek-v4"));

    [Theory]
    [InlineData("kimi-k2.6", Disabled, ",\"thinking\":{\"type\":\"disabled\"}")]
    [InlineData("kimi-k2.6", High, "")]
    [InlineData("kimi-k2.7-code", Disabled, "")]
    [InlineData("moonshot-v1-8k", Disabled, "")]
    public void Kimi_thinks_unless_it_can_be_told_not_to(string model, string options, string expected) =>
        Assert.Equal(expected, Said(options, Provider.Moonshot, model));

    [Theory]
    [InlineData("gemini-2.5-flash", Disabled, ",\"reasoning_effort\":\"none\"")]
    [InlineData("gemini-2.5-pro", Disabled, ",\"reasoning_effort\":\"low\"")]
    [InlineData("gemini-3-pro-preview", Max, ",\"reasoning_effort\":\"high\"")]
    [InlineData("models/gemini-3-flash", Adaptive, ",\"reasoning_effort\":\"medium\"")]
    [InlineData("gemini-2.5-flash", SmallBudget, ",\"reasoning_effort\":\"low\"")]
    [InlineData("gemini-2.0-flash", High, "")]
    [InlineData("gemma-3", High, "")]
    public void Gemini_is_told_a_level_that_the_model_knows(string model, string options, string expected) =>
        Assert.Equal(expected, Said(options, Provider.Gemini, model));

    /// <summary>What the options add to the request.</summary>
    private static string Said(string options, Provider provider, string model, bool reasoning = false)
    {
        var route = new Route(provider, "claude", model);
        if (reasoning)
            route = route with { Traits = route.Traits.With(new ModelTraits { Reasons = true }) };
        var (with, without) = (Options(options, route), Options("", route));
        Assert.StartsWith(without, with, StringComparison.Ordinal);
        return with[without.Length..];
    }
}
