using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Tests.Sdk;

/// <summary>
/// A model that OpenAI serves by its second protocol: thoughts with tools, and both given back; each client has a class of its own.
/// </summary>
public abstract class SdkResponsesTests(SdkFixture fixture)
{
    private const string Question = """{"role":"user","content":"Do it."}""";
    private const string Thoughts =
        """{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Hm."}],"encrypted_content":"c2VhbGVk"}""";
    private const string Call =
        """{"type":"function_call","id":"fc_1","call_id":"call_1","name":"Read","arguments":"{\"path\":\"/etc/motd\"}","status":"completed"}""";
    private const string Words =
        """{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Done.","annotations":[]}]}""";

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thoughts_and_calls_reach_the_client_and_go_back_as_they_came(bool stream)
    {
        await fixture.RequireAsync();
        var sdk = await Client(fixture);

        var answered = await Turn(sdk, stream, Question, Thoughts, Call);
        var content = answered["content"]!.AsArray();
        Assert.Equal(["thinking", "tool_use"], content.Select(block => block!["type"]!.GetValue<string>()));
        Assert.Equal("tool_use", answered["stop_reason"]!.GetValue<string>());
        var history = $$"""
            {{Question}},{"role":"assistant","content":{{content.ToJsonString()}}},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"{{content[1]!["id"]}}","content":"Welcome."}]}
            """;
        var ended = await Turn(sdk, stream, history, Words);

        Assert.Equal("Done.", ended["content"]![0]!["text"]!.GetValue<string>());
        var input = fixture.Upstream.Received.Last().Body["input"]!.AsArray();
        Assert.Equal(["reasoning", "function_call", "function_call_output"], input.TakeLast(3).Select(item => item!["type"]!.GetValue<string>()));
        Assert.Equal("c2VhbGVk", input[^3]!["encrypted_content"]!.GetValue<string>());
        Assert.Equal(("call_1", "call_1"), (input[^2]!["call_id"]!.GetValue<string>(), input[^1]!["call_id"]!.GetValue<string>()));
    }

    private protected abstract Task<ISdk> Client(SdkFixture fixture);

    private static string Response(string status, string output) =>
        $$$"""{"id":"resp_1","object":"response","status":"{{{status}}}","error":null,"incomplete_details":null,"output":[{{{output}}}],"usage":{"input_tokens":20,"input_tokens_details":{"cached_tokens":8},"output_tokens":7,"total_tokens":27}}""";

    private static async Task Stream(HttpContext context, string[] items)
    {
        context.Response.ContentType = "text/event-stream";
        await Send("response.created", $$"""{"type":"response.created","response":{{Response("in_progress", "")}}}""");
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
            await Send("response.output_item.done", $$"""{"type":"response.output_item.done","output_index":{{index}},"item":{{item}}}""");
        await Send("response.completed", $$"""{"type":"response.completed","response":{{Response("completed", string.Join(',', items))}}}""");

        Task Send(string name, string data) => context.Response.WriteAsync($"event: {name}\ndata: {data}\n\n");
    }

    private async Task<JsonNode> Turn(ISdk sdk, bool stream, string messages, params string[] items)
    {
        var request = $$"""
            {"model":"gpt-5.4","max_tokens":1000,"thinking":{"type":"adaptive"},"messages":[{{messages}}],"tools":[{"name":"Read","input_schema":{"type":"object","properties":{"path":{"type":"string"} } } }]}
            """;
        fixture.Upstream.Script.Clear();
        fixture.Upstream.Script.Enqueue(context => stream
            ? Stream(context, items)
            : Results.Text(Response("completed", string.Join(',', items)), "application/json").ExecuteAsync(context));
        return stream ? await sdk.Stream(request, fixture.Options) : await sdk.Create(request, fixture.Options);
    }
}
