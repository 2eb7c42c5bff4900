using System.Text.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using FsCheck;
using FsCheck.Xunit;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

/// <summary>What of the model's thinking a client sees, by its option <c>thinking</c>, and what the model sees of it again.</summary>
public sealed class ThinkingDisplayTests
{
    private static readonly Route Kimi = new(Provider.Moonshot, "claude-sonnet-5", "kimi-k2.6");

    [Theory]
    [InlineData("null", "hm")]
    [InlineData("""{"type":"adaptive"}""", "hm")]
    [InlineData("""{"type":"between_tools"}""", "hm")]
    [InlineData("""{"type":"enabled","budget_tokens":2000}""", "hm")]
    [InlineData("""{"type":"adaptive","display":"summarized"}""", "hm")]
    [InlineData("""{"type":"adaptive","display":"omitted"}""", "")]
    [InlineData("""{"type":"enabled","budget_tokens":2000,"display":"omitted"}""", "")]
    [InlineData("""{"type":"adaptive","display":"updates"}""", "")]
    [InlineData("""{"type":"disabled"}""", null)]
    public void A_client_sees_what_it_asked_for(string thinking, string? seen)
    {
        string[] expected = seen is null ? ["text=yes"] : ["thinking=" + seen, "text=yes"];
        Assert.Equal(expected, Said(OpenAI, thinking, "reasoning_content"));
        Assert.Equal(expected, Said(OpenAI, thinking, "reasoning"));
        Assert.Equal(expected, Said(OpenAI with { ReadsThinkTags = true }, thinking, null));
    }

    [Fact]
    public void Words_are_carried_only_for_a_model_that_must_see_them_again()
    {
        Assert.Null(Hidden(OpenAI, "hm"));
        Assert.Null(Hidden(Kimi with { Api = Api.Responses, Provider = Provider.Unknown }, "hm"));
        Assert.StartsWith("claude-code-proxy:thinking:", Hidden(Kimi, "hm"), StringComparison.Ordinal);
    }

    [Property(MaxTest = 300)]
    public void A_model_sees_its_hidden_words_again_exactly(NonNull<string> one, NonNull<string> other)
    {
        var words = "w" + one.Get.Replace('\uFFFD', 'x') + other.Get;
        var message =
            $$"""{"role":"assistant","content":[{"type":"thinking","thinking":"","signature":"{{Hidden(Kimi, words)}}"},{"type":"text","text":"So."}]}""";
        var sent = JsonDocument.Parse(SentMessages(message, Kimi)).RootElement.GetProperty("reasoning_content").GetString();
        Assert.Equal(words, sent);
    }

    [Theory]
    [InlineData("claude-code-proxy:thinking:")]
    [InlineData("claude-code-proxy:thinking:!!")]
    [InlineData("claude-code-proxy:thinking:_w")]
    [InlineData("claude-code-proxy:thought:aG0")]
    [InlineData("EqoBCkgIARAB")]
    public void What_the_proxy_did_not_write_is_not_sent(string signature)
    {
        var thinking = $$"""{"type":"thinking","thinking":"","signature":"{{signature}}"}""";
        var message = $$$"""{"role":"assistant","content":[{{{thinking}}},{"type":"tool_use","id":"a","name":"R","input":{}}]}""";
        Assert.Contains("\"reasoning_content\":\" \"", SentMessages(message, Kimi), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_client_is_not_shown_is_not_asked_for()
    {
        var route = new Route(Provider.OpenAI, "c", "gpt-5.4") { Api = Api.Responses };
        string Asked(string thinking) => JsonDocument.Parse(UpstreamBody(
            $$"""{"model":"m","max_tokens":100,"messages":[{"role":"user","content":"x"}],"thinking":{{thinking}}}""", route))
            .RootElement.GetProperty("reasoning").GetRawText();
        Assert.Equal("""{"effort":"medium","summary":"auto"}""", Asked("""{"type":"adaptive"}"""));
        Assert.Equal("""{"effort":"medium"}""", Asked("""{"type":"adaptive","display":"omitted"}"""));
        Assert.Equal("""{"effort":"medium"}""", Asked("""{"type":"adaptive","display":"updates"}"""));
    }

    private static string[] Said(Route route, string thinking, string? member)
    {
        var thought = member is null ? Chunk("""{"content":"<think>hm</think>"}""") : Chunk($$"""{"{{member}}":"hm"}""");
        var answer = Streamed(route, [thought, Chunk("""{"content":"yes"}"""), Chunk("{}", "stop")], Request(thinking));
        return [.. answer.Blocks.Select(static block => $"{block.Type}={block.Content}")];
    }

    /// <summary>The signature of the empty block; null when it has none.</summary>
    private static string? Hidden(Route route, string words)
    {
        var text = JsonSerializer.Serialize(words);
        string[] events = route.Api == Api.Responses
            ? [$$"""{"type":"response.reasoning_text.delta","delta":{{text}}}""", """{"type":"response.output_text.delta","delta":"yes"}""",
                """{"type":"response.completed","response":{"status":"completed"}}"""]
            : [Chunk($$"""{"reasoning":{{text}}}"""), Chunk("""{"content":"yes"}"""), Chunk("{}", "stop")];
        var block = Streamed(route, events, Request("""{"type":"adaptive","display":"omitted"}""")).Blocks[0];
        Assert.Equal(("thinking", ""), (block.Type, block.Content));
        return block.Signature;
    }

    private static string Request(string thinking) =>
        SmallRequest.Replace("\"messages\"", $"\"thinking\":{thinking},\"messages\"", StringComparison.Ordinal);
}
