using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Translation.Tokens;
using Microsoft.ML.Tokenizers;

namespace Proxy.Tests.Translation.Tokens;

public sealed class PromptTruncationTests
{
    private static readonly TiktokenTokenizer O200k = TiktokenTokenizer.CreateForEncoding("o200k_base");
    private static readonly JsonSerializerOptions AsClientsDo = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(42_000, 32_768, true)]
    [InlineData(40_000, 4_096, true)]
    [InlineData(40_000, 12_345, true)]
    [InlineData(5_000, 2_048, true)]
    [InlineData(40_000, 32_768, true)]
    [InlineData(40_000, 34_000, true)]
    [InlineData(40_000, 37_000, false)]
    [InlineData(34_000, 32_768, false)]
    [InlineData(1_500, 1_050, false)]
    [InlineData(1_500, 1_024, false)]
    [InlineData(40_000, 0, false)]
    [InlineData(0, 32_768, false)]
    public void A_cut_is_told_from_another_tokenizer(int estimated, int counted, bool isCut) =>
        Assert.Equal(isCut, PromptTruncation.IsLikely(estimated, new Usage(counted, 0, 0, 10, 0)));

    /// <summary>The ratios to o200k that the tokenizers of cl100k, Qwen 3, DeepSeek V3, Gemma 3 and Llama 2 have for such a prompt.</summary>
    [Theory]
    [InlineData(0.97, 85)]
    [InlineData(1.0, 85)]
    [InlineData(1.03, 85)]
    [InlineData(1.06, 80)]
    [InlineData(1.14, 75)]
    [InlineData(1.3, 65)]
    public void A_cut_prompt_is_told_and_a_whole_one_is_not_whatever_the_tokenizer(double ratio, int mostKept)
    {
        var request = Prompt(string.Join("\n\n", CodeTexts.All.Append(ProseTexts.All.First()).Select(text => (string)text[1])));
        var whole = Count(request) * ratio;
        var estimated = PromptTruncation.EstimateTexts(request, Example.Ollama, TokenEstimate.InputTokens(request), isRough: false);

        Assert.False(PromptTruncation.IsLikely(estimated, new Usage((int)whole, 0, 0, 10, 0)));
        for (var kept = 50; kept <= mostKept; kept += 5)
            Assert.True(PromptTruncation.IsLikely(estimated, new Usage((int)(whole * kept / 100), 0, 0, 10, 0)), $"{kept} % of {whole:0}");
    }

    /// <summary>Their tokenizers have more of these characters than o200k.</summary>
    [Theory]
    [InlineData("Chinese", 0.89)]
    [InlineData("Japanese", 0.85)]
    public void A_model_that_knows_more_Chinese_cuts_nothing(string language, double ratio)
    {
        var request = Prompt((string)ProseTexts.All.Single(text => (string)text[0] == language)[1]);
        var whole = Count(request) * ratio;
        var estimated = PromptTruncation.EstimateTexts(request, Example.Ollama, TokenEstimate.InputTokens(request), isRough: false);

        Assert.False(PromptTruncation.IsLikely(estimated, new Usage((int)whole, 0, 0, 10, 0)));
        Assert.True(PromptTruncation.IsLikely(estimated, new Usage((int)(whole * 0.75), 0, 0, 10, 0)));
    }

    [Fact]
    public void A_template_that_rewrites_schemas_cuts_nothing()
    {
        var schema = (string)CodeTexts.All.Single(text => (string)text[0] == "JSON schema")[1];
        var tools = string.Join(',', Enumerable.Range(0, 40).Select(n => $$"""{"name":"t{{n}}","input_schema":{{schema}}}"""));
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":10,"tools":[{{tools}}],"messages":[{"role":"user","content":"Hi."}]}"""));
        var estimate = TokenEstimate.InputTokens(request);
        var texts = PromptTruncation.EstimateTexts(request, Example.Ollama, estimate, isRough: false);

        Assert.False(PromptTruncation.IsLikely(texts, new Usage(estimate * 7 / 10, 0, 0, 10, 0)));
    }

    [Fact]
    public void Cached_tokens_were_read_too() => Assert.False(PromptTruncation.IsLikely(40_000, new Usage(1_000, 3_000, 36_000, 10, 0)));

    [Fact]
    public void The_prompt_that_a_real_server_cut_is_told_by_its_count()
    {
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":10,"messages":[{"role":"user","content":"{{string.Concat(Enumerable.Repeat("x ", 40_000))}}"}]}"""));
        var context = ResponseContext.Create(request, Example.Ollama, "msg_test");
        var texts = PromptTruncation.EstimateTexts(request, Example.Ollama, context.EstimatedInputTokens, context.IsEstimateRough);

        Assert.True(PromptTruncation.IsLikely(texts, new Usage(32_768, 0, 0, 10, 0)));
    }

    /// <summary>An answer in one piece, from a server of which nothing is known, is not worth the good estimate.</summary>
    [Fact]
    public void A_cut_to_less_than_half_is_told_by_length_alone()
    {
        var route = new Route(Provider.Unknown, "m", "m");
        foreach (var text in CodeTexts.All.Concat(ProseTexts.All))
        {
            var request = Prompt((string)text[1]);
            var whole = Count(request);
            var context = ResponseContext.Create(request, route, "msg_test");
            var estimated = PromptTruncation.EstimateTexts(request, route, context.EstimatedInputTokens, context.IsEstimateRough);

            Assert.True(context.IsEstimateRough);
            Assert.False(PromptTruncation.IsLikely(estimated, new Usage((int)(whole * 0.82), 0, 0, 10, 0)), $"{text[0]} is whole");
            Assert.True(PromptTruncation.IsLikely(estimated, new Usage(whole / 5, 0, 0, 10, 0)), $"of {text[0]} a fifth is left");
        }
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
        Assert.InRange(PromptTruncation.EstimateTexts(request, Example.Ollama, estimate, isRough: false), 1, 20);
    }

    [Theory]
    [InlineData(Provider.OpenAI, 0)]
    [InlineData(Provider.VLlm, 0)]
    [InlineData(Provider.Unknown, 9)]
    [InlineData(Provider.LmStudio, 9)]
    internal void It_is_looked_for_where_it_can_happen(Provider provider, int expected)
    {
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(Example.SmallRequest));

        Assert.Equal(expected, PromptTruncation.EstimateTexts(request, new Route(provider, "m", "m"), 9, isRough: false));
    }

    /// <summary>A request with nothing but a text, many times.</summary>
    private static MessagesRequest Prompt(string text)
    {
        var content = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat(text, 40)), AsClientsDo);
        return MessagesRequest.Parse(
            Encoding.UTF8.GetBytes($$"""{"model":"m","max_tokens":10,"messages":[{"role":"user","content":{{content}}}]}"""));
    }

    private static int Count(MessagesRequest request) =>
        O200k.CountTokens(((TextBlock)request.Messages[0].Content[0]).Text.ToString(request.Body.Span));
}
