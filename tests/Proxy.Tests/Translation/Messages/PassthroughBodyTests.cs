using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Messages;
using ClaudeCodeProxy.Translation.ResponsesApi;
using FsCheck.Xunit;

namespace Proxy.Tests.Translation.Messages;

public sealed class PassthroughBodyTests
{
    private const string Own = """{"type":"thinking","thinking":"x","signature":"claude-code-proxy:abc"}""";
    private const string Empty = """{"signature":"","type":"thinking","thinking":"x"}""";
    private const string Unsigned = """{"type":"thinking","thinking":"x"}""";
    private const string OwnRedacted = """{"type":"redacted_thinking","data":"claude-code-proxy:abc"}""";
    private const string Genuine = """{"type":"thinking", "thinking":"x" ,"signature":"EqQBCg"}""";
    private const string GenuineRedacted = """{"type":"redacted_thinking","data":"EqQBCg"}""";
    private const string Text = """{"type":"text","text":"signature\": \"\""}""";

    [Theory]
    [InlineData("""{"model":"claude-x","messages":[{"role":"user","content":"hi"}],"max_tokens":1}""")]
    [InlineData(" { \"max_tokens\" : 1.0e1, \"newest\":{\"b\":[1, 2],\"a\":null}, \"messages\" : [ ],\"model\":\"claude-x\" }\n")]
    [InlineData("""{"model":"claude-x","model":"claude-x","messages":"odd","stream":"odd","system":[{"type":"text","text":"é \ud83d\ude00"}]}""")]
    public void Every_byte_stays(string body) => Assert.Equal((body, false), Write(body));

    [Fact]
    public void A_routed_models_name_is_replaced_and_nothing_else()
    {
        Assert.Equal(("""{"a":1,"model":"claude-x","stream":true}""", true), Write("""{"a":1,"model":"anthropic/claude-x","stream":true}"""));
        Assert.Equal("""{"model":"a\"b"}""", Write("""{"model":"c"}""", "a\"b").Body);
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(Empty)]
    [InlineData(Unsigned)]
    [InlineData(OwnRedacted)]
    public void Thoughts_that_Anthropic_did_not_sign_are_left_out(string foreign)
    {
        Assert.Equal(Conversation($"[{Text}]"), Write(Conversation($"[{foreign}, {Text}]")).Body);
        Assert.Equal(Conversation($"[{Text}]"), Write(Conversation($"[{Text} ,{foreign}]")).Body);
        Assert.Equal(Conversation($"[ {Text},{Text} ]"),
            Write(Conversation($"[ {foreign}, {foreign},{Text},{foreign} , {foreign},{Text},{foreign} ]")).Body);
    }

    [Fact]
    public void A_reasoning_item_that_travels_in_a_signature_is_one_of_them()
    {
        var seal = Encoding.UTF8.GetString(ReasoningSignature.Write("gpt-5", "rs_1"u8, "gAAAA"u8));

        Assert.Equal(Conversation($"[{Text}]"),
            Write(Conversation($$"""[{"type":"thinking","thinking":"x","signature":"{{seal}}"},{{Text}}]""")).Body);
    }

    [Theory]
    [InlineData(Genuine)]
    [InlineData(GenuineRedacted)]
    [InlineData(Text)]
    [InlineData("7")]
    public void Everything_else_stays(string block) => Assert.Equal(Conversation($"[{block}]"), Write(Conversation($"[{block}]")).Body);

    [Theory]
    [InlineData("[F,U,A]", "[U,A]")]
    [InlineData("[U,F,U]", "[U,U]")]
    [InlineData("[U, F]", "[U]")]
    [InlineData("[ F , F , U , F , F ]", "[ U ]")]
    [InlineData("[F]", "[]")]
    public void A_message_of_foreign_thoughts_alone_is_left_out_whole(string messages, string expected) =>
        Assert.Equal(Filled(expected, Text), Write(Filled(messages, Own + ", " + Text)).Body);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"model\":7}")]
    [InlineData("{\"model\":\"m\"} x")]
    [InlineData("{\"model\":\"m\",\"messages\":[")]
    public void What_is_no_request_is_refused(string body) => Assert.Equal(400, Assert.Throws<ApiErrorException>(() => Write(body)).Error.Status);

    [Theory]
    [InlineData("""{"messages":[],"model":"claude-x"}""", "claude-x")]
    [InlineData("""{"model":"a\u0062"}""", "ab")]
    [InlineData("""{"messages":[]}""", null)]
    [InlineData("""{"model":7}""", null)]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    public void The_model_is_found_wherever_it_stands(string body, string? model) =>
        Assert.Equal(model, PassthroughBody.ReadModel(Encoding.UTF8.GetBytes(body)));

    [Property]
    public void Whatever_is_cut_the_rest_is_the_same_JSON(bool[][] messages)
    {
        var isForeign = messages.Select(blocks => blocks ?? []).ToArray();
        var body = Body(isForeign);

        var expected = isForeign.Where(blocks => blocks.Length == 0 || blocks.Any(foreign => !foreign))
            .Select(blocks => blocks.Where(foreign => !foreign).ToArray());

        Assert.True(JsonElement.DeepEquals(Parse(Body(expected)), Parse(Write(body).Body)));
    }

    private static string Body(IEnumerable<bool[]> messages) =>
        $$"""{"model":"claude-x","messages":[{{string.Join(" , ", messages.Select(blocks => $$"""{"content":[ {{string.Join(',', blocks.Select(foreign => foreign ? Own : Text))}}],"role":"assistant"}"""))}}]}""";

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static string Conversation(string content) =>
        $$"""{"model":"claude-x","messages":[{"role":"assistant","content":{{content}}}],"tools":[]}""";

    private static string Filled(string messages, string content) => $$"""{"model":"claude-x","messages":{{messages
        .Replace("F", $$"""{"role":"assistant","content":[{{Own}},{{Empty}}]}""", StringComparison.Ordinal)
        .Replace("A", $$"""{"role":"assistant","content":[{{content}}]}""", StringComparison.Ordinal)
        .Replace("U", """{"role":"user","content":"hi"}""", StringComparison.Ordinal)}}}""";

    private static (string Body, bool IsStream) Write(string body, string model = "claude-x")
    {
        using var output = new PooledBuffer(16);
        var isStream = PassthroughBody.Write(Encoding.UTF8.GetBytes(body), model, output);
        return (Encoding.UTF8.GetString(output.WrittenSpan), isStream);
    }
}
