using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Translation.Tokens;

namespace Proxy.Tests.Translation.Tokens;

public sealed class TokenEstimateTests
{
    // The numbers are o200k's for these very texts.
    private const string Prose = """
        The proxy listens on one port and takes the calls of a coding agent. It translates each of them for the provider that the user has chosen, and the answers back, while they come. Nothing of what it carries is written anywhere; when a provider fails, the agent is told so plainly and can try again.
        """;

    private const string Code = """
        internal static class Fibonacci
        {
            private static readonly Dictionary<int, long> KnownValues = new() { [0] = 0, [1] = 1 };

            public static long Compute(int position)
            {
                if (KnownValues.TryGetValue(position, out var value))
                    return value;
                return KnownValues[position] = Compute(position - 1) + Compute(position - 2);
            }
        }
        """;

    private const string Json = """
        {"type":"object","properties":{"file_path":{"type":"string","description":"The absolute path to the file to read"},"offset":{"type":"integer","minimum":0},"limit":{"type":"integer","exclusiveMinimum":0}},"required":["file_path"],"additionalProperties":false}
        """;

    private static readonly JsonSerializerOptions AsClientsDo = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(Prose, 63)]
    [InlineData(Code, 85)]
    [InlineData(Json, 59)]
    public void Prose_code_and_json_are_estimated_within_15_percent(string text, int tokens)
    {
        var estimate = TokenEstimate.InputTokens(Request(text)) - TokenEstimate.InputTokens(Request(""));
        Assert.InRange(estimate, tokens * 0.85, tokens * 1.15);
    }

    [Fact]
    public void Tools_system_text_and_tool_results_count()
    {
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes("""
            {"model":"m","max_tokens":1,"system":[{"type":"text","text":"alpha beta"}],"tools":[{"name":"gamma","description":"delta","input_schema":{"type":"object"}}],
             "messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"epsilon zeta eta"}]}]}]}
            """));
        Assert.InRange(TokenEstimate.InputTokens(request), 20, 40);
    }

    [Fact]
    public void A_picture_counts_as_a_picture_and_not_as_its_letters()
    {
        var data = new string('A', 4_000_000);
        var request = Encoding.UTF8.GetBytes($$$"""
            {"model":"m","max_tokens":1,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"{{{data}}}"}}]}]}
            """);
        Assert.InRange(TokenEstimate.InputTokens(MessagesRequest.Parse(request)), 1000, 2000);
    }

    [Theory]
    [InlineData(true, "OpenAI", false)]
    [InlineData(false, "Ollama", false)]
    [InlineData(false, "OpenAI", true)]
    [InlineData(false, "VLlm", true)]
    [InlineData(false, "LmStudio", false)]
    public void Only_a_request_whose_estimate_is_needed_pays_for_it(bool stream, string provider, bool isRough)
    {
        var text = string.Concat(Enumerable.Repeat("!", 400));
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":1,"stream":{{(stream ? "true" : "false")}},"messages":[{"role":"user","content":"{{text}}"}]}"""));
        var context = ResponseContext.Create(request, Example.OpenAI with { Provider = Enum.Parse<Provider>(provider) }, "msg_test");
        Assert.NotEqual(TokenEstimate.InputTokens(request), TokenEstimate.RoughInputTokens(request));
        Assert.Equal(isRough ? TokenEstimate.RoughInputTokens(request) : TokenEstimate.InputTokens(request), context.EstimatedInputTokens);
    }

    [Fact]
    public void A_rough_estimate_counts_no_letters_of_a_picture()
    {
        var request = Encoding.UTF8.GetBytes($$$"""
            {"model":"m","max_tokens":1,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"{{{new string('A', 400_000)}}}"}},{"type":"text","text":"four more words here"}]}]}
            """);
        Assert.InRange(TokenEstimate.RoughInputTokens(MessagesRequest.Parse(request)), 1000, 2000);
    }

    private static MessagesRequest Request(string text) =>
        MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":1,"messages":[{"role":"user","content":{{JsonSerializer.Serialize(text, AsClientsDo)}}}]}"""));
}
