using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Providers;

public sealed class ReasoningModelsTests
{
    [Theory]
    [InlineData("o1", true)]
    [InlineData("o3-mini", true)]
    [InlineData("o4-mini-2025-04-16", true)]
    [InlineData("GPT-5-mini", true)]
    [InlineData("gpt-5.1-codex-max", true)]
    [InlineData("gpt-5.4", true)]
    [InlineData("gpt-6", true)]
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
    public void Reasoning_models_are_known_by_name(string model, bool reasons) => Assert.Equal(reasons, ReasoningModels.Includes(model));

    [Theory]
    [InlineData("gpt-5", false)]
    [InlineData("gpt-5.2", false)]
    [InlineData("gpt-5.2-mini", false)]
    [InlineData("gpt-5.3", true)]
    [InlineData("gpt-5.10-mini", true)]
    [InlineData("gpt-6", true)]
    [InlineData("gpt-5.4-chat-latest", false)]
    [InlineData("gpt-4.1", false)]
    [InlineData("o3", false)]
    public void After_5_2_a_gpt_refuses_an_effort_beside_tools(string model, bool refuses)
    {
        Assert.Equal(refuses, ReasoningModels.RefuseEffortWithTools(model));
        Assert.Equal(refuses, ReasoningModels.WantResponses(model));
    }

    [Theory]
    [InlineData("gpt-5-codex", true)]
    [InlineData("gpt-5-pro", true)]
    [InlineData("o3-deep-research", true)]
    [InlineData("codex-mini-latest", true)]
    [InlineData("gpt-4o-pro", false)]
    [InlineData("gpt-5-mini", false)]
    public void Some_models_are_sold_by_the_responses_api_alone(string model, bool wants) =>
        Assert.Equal(wants, ReasoningModels.WantResponses(model));
}
