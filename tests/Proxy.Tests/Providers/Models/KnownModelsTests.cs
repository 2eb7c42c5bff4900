using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;

namespace Proxy.Tests.Providers.Models;

public sealed class KnownModelsTests
{
    [Theory]
    [InlineData("gpt-4", 8_192)]
    [InlineData("gpt-4-turbo-2024-04-09", 4_096)]
    [InlineData("gpt-4o-mini", 16_384)]
    [InlineData("gpt-4o-2024-05-13", 4_096)]
    [InlineData("openai/gpt-4.1-nano", 32_768)]
    [InlineData("gpt-5-mini", 128_000)]
    [InlineData("gpt-5.4", 128_000)]
    [InlineData("gpt-5-chat-latest", 16_384)]
    [InlineData("gpt-5-pro", 272_000)]
    [InlineData("o1-mini", 65_536)]
    [InlineData("o3-mini", 100_000)]
    [InlineData("deepseek-chat", 8_192)]
    [InlineData("google/gemini-2.5-pro", 65_536)]
    [InlineData("gpt-45", null)]
    [InlineData("qwen3-coder", null)]
    [InlineData("deepseek/deepseek-chat", null)]
    public void Output_limits_are_those_of_the_row_that_says_most(string model, int? tokens) =>
        Assert.Equal(tokens, KnownModels.Find(model).MaxOutputTokens);

    [Theory]
    [InlineData("o1", true)]
    [InlineData("o3-mini", true)]
    [InlineData("o4-mini-2025-04-16", true)]
    [InlineData("GPT-5-mini", true)]
    [InlineData("gpt-5.1-codex-max", true)]
    [InlineData("gpt-5.4", true)]
    [InlineData("gpt-6", true)]
    [InlineData("gpt-6-astra", true)]
    [InlineData("openai/gpt-5", true)]
    [InlineData("openai/o3:free", true)]
    [InlineData("azure/o4-mini", true)]
    [InlineData("azure/openai/o4-mini", true)]
    [InlineData("codex-mini-latest", true)]
    [InlineData("gpt-5-chat-latest", false)]
    [InlineData("openai/gpt-5.1-chat", false)]
    [InlineData("gpt-4o", false)]
    [InlineData("gpt-4.1", false)]
    [InlineData("gpt-oss-120b", false)]
    [InlineData("gpt-", false)]
    [InlineData("o1x", false)]
    [InlineData("qwen3-coder", false)]
    [InlineData("other/gpt-5", false)]
    public void Reasoning_models_are_known_by_name(string model, bool reasons) => Assert.Equal(reasons, KnownModels.Find(model).Reasons ?? false);

    [Theory]
    [InlineData("gpt-5", false)]
    [InlineData("gpt-5.2", false)]
    [InlineData("gpt-5.2-mini", false)]
    [InlineData("gpt-5.3", true)]
    [InlineData("gpt-5.10-mini", true)]
    [InlineData("gpt-6", true)]
    [InlineData("gpt-6.1-sol", true)]
    [InlineData("gpt-5.4-chat-latest", false)]
    [InlineData("gpt-4.1", false)]
    [InlineData("o3", false)]
    public void After_5_2_a_gpt_refuses_an_effort_beside_tools_on_the_chat_api(string model, bool refuses)
    {
        Assert.Equal(refuses, KnownModels.Find(model).ChatTakesToolsWithoutEffort ?? false);
        Assert.Equal(refuses, KnownModels.Find(model).Api == Api.Responses);
    }

    [Theory]
    [InlineData("gpt-5-codex", true)]
    [InlineData("gpt-5-pro", true)]
    [InlineData("o3-deep-research", true)]
    [InlineData("codex-mini-latest", true)]
    [InlineData("gpt-4o-pro", false)]
    [InlineData("gpt-5-mini", false)]
    public void Some_models_are_sold_by_the_responses_api_alone(string model, bool wants) =>
        Assert.Equal(wants, KnownModels.Find(model).Api == Api.Responses);

    [Theory]
    [InlineData("gpt-5", "Minimal Low Medium High")]
    [InlineData("gpt-5.1", "None Low Medium High")]
    [InlineData("gpt-5.4-mini", "None Low Medium High XHigh")]
    [InlineData("gpt-5.6-terra", "None Low Medium High XHigh Max")]
    [InlineData("gpt-6-astra", "Low Medium High XHigh Max")]
    [InlineData("gpt-6-sol", "None Low Medium High XHigh Max")]
    [InlineData("gpt-6.1-sol", "Low Medium High XHigh Max")]
    [InlineData("gpt-5.1-codex-max", "Low Medium High XHigh")]
    [InlineData("gpt-5.1-codex-mini", "Low Medium High")]
    [InlineData("gpt-5.3-codex", "Low Medium High XHigh")]
    [InlineData("gpt-5-pro", "High")]
    [InlineData("gpt-5.4-pro", "Medium High XHigh")]
    [InlineData("vendor/gpt-oss-20b", "Low Medium High")]
    public void Each_model_knows_its_own_levels_of_effort(string model, string levels) =>
        Assert.Equal(levels, string.Join(' ', KnownModels.Find(model).Efforts!));

    [Theory]
    [InlineData("deepseek-ai/DeepSeek-V4-Flash", ReasoningReplay.Everywhere)]
    [InlineData("deepseek-v3.2", ReasoningReplay.BesideCalls)]
    [InlineData("accounts/fireworks/models/kimi-k2p6", ReasoningReplay.BesideCalls)]
    [InlineData("moonshotai/Kimi-K2.6", ReasoningReplay.BesideCalls)]
    [InlineData("MiniMaxAI/MiniMax-M2.5", ReasoningReplay.WhereThought)]
    [InlineData("z-ai/glm-5.3-flash", ReasoningReplay.WhereThought)]
    [InlineData("Qwen/Qwen3-Coder-480B", ReasoningReplay.WhereThought)]
    internal void Open_models_see_their_reasoning_again_whoever_hosts_them(string model, ReasoningReplay replay) =>
        Assert.Equal(replay, KnownModels.Find(model).Replay);

    [Theory]
    [InlineData("mistralai/devstral-small-2512", true)]
    [InlineData("open-mixtral-8x22b", true)]
    [InlineData("codestral-latest", true)]
    [InlineData("qwen3-coder", false)]
    public void Mistrals_models_are_known_wherever_they_run(string model, bool isMistral) =>
        Assert.Equal(isMistral, KnownModels.Find(model).HasMistralTemplate ?? false);
}
