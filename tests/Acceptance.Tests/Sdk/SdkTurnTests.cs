using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static Acceptance.Tests.Sdk.UpstreamAnswers;

namespace Acceptance.Tests.Sdk;

/// <summary>
/// What a client got goes back as history, and a call that was cut never looks like one to run; each client has a class of its own.
/// </summary>
public abstract class SdkTurnTests(SdkFixture fixture)
{
    private const string Tools =
        "\"tools\":[{\"name\":\"a tool with a name that is far too long for the other side, and with letters that it "
        + "refuses\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}}]";
    private const string Thought = """{"reasoning_content":"Two at once."}""";
    private const string Question = """{"role":"user","content":"Do it."}""";

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_client_got_can_be_sent_back_with_the_results(bool stream)
    {
        var sdk = await Sdk();
        var answered = await Turn(
            sdk,
            stream,
            Question,
            asked => Stream(
                [Thought, .. Calls(("call_1", NameOf(asked), ["{}"]), ("call_2", NameOf(asked), ["{\"b\": 1, \"a\": 2}"]))], "tool_calls"));
        var content = answered["content"]!.AsArray();
        var ids = content.Where(block => block!["type"]!.GetValue<string>() == "tool_use").Select(block => block!["id"]!.GetValue<string>()).ToList();
        var history = $$"""
            {{Question}},{"role":"assistant","content":{{content.ToJsonString()}}},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"{{ids[1]}}","content":"two"},{"type":"tool_result","tool_use_id":"{{ids[0]}}","content":"one"}]}
            """;

        var ended = await Turn(sdk, stream, history, _ => Stream(["""{"content":"Done."}"""], "stop"));

        Assert.Equal("Done.", ended["content"]![0]!["text"]!.GetValue<string>());
        var messages = fixture.Upstream.Received.Last().Body["messages"]!.AsArray();
        Assert.Equal(["user", "assistant", "tool", "tool"], messages.Select(message => message!["role"]!.GetValue<string>()));
        // The clients write JSON without spaces, in the order in which they read it.
        Assert.Equal("""{"b":1,"a":2}""", messages[1]!["tool_calls"]![1]!["function"]!["arguments"]!.GetValue<string>());
        Assert.Equal(
            [("call_1", "one"), ("call_2", "two")],
            messages.Skip(2).Select(message => (message!["tool_call_id"]!.GetValue<string>(), message["content"]!.GetValue<string>())));
    }

    [SkippableFact]
    public async Task A_call_cut_by_the_limit_of_tokens_is_left_out_of_an_answer()
    {
        var sdk = await Sdk();
        fixture.Upstream.Script.Enqueue(Whole(
            """{"role":"assistant","content":"I will.","tool_calls":[{"id":"a","type":"function","function":{"name":"t","arguments":"{\"command\": \"rm -rf /tm"}}]}""",
            "length"));

        var message = await sdk.Create(Request(Question), fixture.Options);

        Assert.Equal("max_tokens", message["stop_reason"]!.GetValue<string>());
        Assert.Equal("text", Assert.Single(message["content"]!.AsArray())!["type"]!.GetValue<string>());
    }

    [SkippableFact]
    public async Task A_call_cut_by_the_limit_of_tokens_in_a_stream_ends_in_no_call_to_run()
    {
        var sdk = await Sdk();
        fixture.Upstream.Script.Enqueue(Stream(Calls(("a", "t", ["{\"command\": \"rm -rf /tm"])), "length"));

        var message = await sdk.Stream(Request(Question), fixture.Options);

        Assert.Equal("max_tokens", message["stop_reason"]!.GetValue<string>());
    }

    private protected abstract Task<ISdk> Client(SdkFixture fixture);

    private static string Request(string messages) => $$"""{"model":"gpt-4.1","max_tokens":1000,{{Tools}},"messages":[{{messages}}]}""";

    private static string NameOf(JsonNode asked) => asked["tools"]![0]!["function"]!["name"]!.GetValue<string>();

    /// <summary>The upstream streams its answer in either case, as some gateways do.</summary>
    private async Task<JsonNode> Turn(ISdk sdk, bool stream, string messages, Func<JsonNode, Func<HttpContext, Task>> answer)
    {
        fixture.Upstream.Script.Clear();
        fixture.Upstream.Script.Enqueue(context => answer(fixture.Upstream.Received.Last().Body)(context));
        return stream ? await sdk.Stream(Request(messages), fixture.Options) : await sdk.Create(Request(messages), fixture.Options);
    }

    private async Task<ISdk> Sdk()
    {
        await fixture.RequireAsync();
        return await Client(fixture);
    }
}
