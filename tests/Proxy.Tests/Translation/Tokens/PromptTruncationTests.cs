using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Translation.Tokens;

namespace Proxy.Tests.Translation.Tokens;

public sealed class PromptTruncationTests
{
    [Theory]
    [InlineData(42_000, 32_768, true)]
    [InlineData(40_000, 4_096, true)]
    [InlineData(40_000, 12_345, true)]
    [InlineData(5_000, 2_048, true)]
    [InlineData(40_000, 32_768, true)]
    [InlineData(40_000, 33_000, false)]
    [InlineData(40_000, 24_000, false)]
    [InlineData(34_000, 32_768, false)]
    [InlineData(2_000, 900, false)]
    [InlineData(1_500, 1_024, false)]
    [InlineData(40_000, 0, false)]
    [InlineData(0, 32_768, false)]
    public void A_cut_is_told_from_another_tokenizer(int estimated, int counted, bool isCut) =>
        Assert.Equal(isCut, PromptTruncation.IsLikely(estimated, new Usage(counted, 0, 0, 10, 0)));

    [Fact]
    public void Cached_tokens_were_read_too() => Assert.False(PromptTruncation.IsLikely(40_000, new Usage(1_000, 3_000, 36_000, 10, 0)));

    [Fact]
    public void The_prompt_that_a_real_server_cut_is_told_by_its_count()
    {
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":10,"messages":[{"role":"user","content":"{{string.Concat(Enumerable.Repeat("x ", 40_000))}}"}]}"""));
        var context = ResponseContext.Create(request, Example.Ollama, "msg_test");

        Assert.True(PromptTruncation.IsLikely(PromptTruncation.EstimateTexts(request, Example.Ollama, context.EstimatedInputTokens),
            new Usage(32_768, 0, 0, 10, 0)));
    }

    [Fact]
    public void Pictures_and_files_do_not_count_because_models_count_them_in_many_ways()
    {
        const string Picture = """{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}}""";
        var file = $$"""{"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"{{new string('A', 400_000)}}"} }""";
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":10,"messages":[{"role":"user","content":[{"type":"text","text":"look"},{{Picture}},{{file}},{"type":"tool_result","tool_use_id":"t","content":[{{Picture}}]}]}]}"""));
        var estimate = TokenEstimate.InputTokens(request);

        Assert.InRange(estimate, 10_000, 20_000);
        Assert.InRange(PromptTruncation.EstimateTexts(request, Example.Ollama, estimate), 1, 20);
    }

    [Theory]
    [InlineData(Provider.OpenAI, 0)]
    [InlineData(Provider.VLlm, 0)]
    [InlineData(Provider.Unknown, 9)]
    [InlineData(Provider.LmStudio, 9)]
    internal void It_is_looked_for_where_it_can_happen(Provider provider, int expected)
    {
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(Example.SmallRequest));

        Assert.Equal(expected, PromptTruncation.EstimateTexts(request, new Route(provider, "m", "m"), 9));
    }
}
