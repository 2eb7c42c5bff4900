using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Providers;

public sealed class KnownOutputLimitsTests
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
    public void The_longest_family_that_includes_the_model_decides(string model, int? tokens) => Assert.Equal(tokens, KnownOutputLimits.Find(model));
}
