using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Providers;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation.Responses;

public sealed class ToolUseIdsTests
{
    private static readonly string[] UpstreamIds = ["call_0", "call_0", "call_0_1", "0", "functions.Bash:0", "_ccpx1", ""];

    [Property(MaxTest = 300)]
    public Property Whatever_ids_answers_repeat_the_clients_are_unique_and_lead_back() => Prop.ForAll(Turns().ToArbitrary(), turns =>
    {
        var answers = turns.Select(static (ids, turn) => Answer(ids, turn)).ToList();
        var ids = answers.SelectMany(static answer => answer).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        // That each result follows its own call is held by the rules of the wire.
        var sent = JsonDocument.Parse($"[{SentMessages(string.Join(',', answers.Select(Turn)))}]").RootElement.EnumerateArray()
            .Where(static message => message.TryGetProperty("tool_calls", out _)).ToList();
        for (var turn = 0; turn < turns.Count; turn++)
        {
            Assert.All(
                sent[turn].GetProperty("tool_calls").EnumerateArray().Zip(turns[turn]), pair => CheckOwn(pair.First, pair.Second, turns[turn]));
        }

        Checked.Request(ClaudeCodeProxy.Anthropic.Requests.MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":1,"messages":[{{string.Join(',', answers.Select(Turn))}}]}""")), OpenAI with { Api = Api.Responses });
    });

    /// <summary>The upstream sees the id that it gave.</summary>
    private static void CheckOwn(JsonElement call, string given, string[] all)
    {
        if (given.Length > 0 && all.Count(id => id == given) == 1 && given != "call_0_1")
            Assert.Equal(given, call.GetProperty("id").GetString());
    }

    private static string[] Answer(string[] upstreamIds, int turn)
    {
        var calls = upstreamIds.Select(static id => $$$"""{"id":"{{{id}}}","type":"function","function":{"name":"Read","arguments":"{}"}}""");
        var body =
            $$$"""{"choices":[{"index":0,"message":{"content":null,"tool_calls":[{{{string.Join(',', calls)}}}]},"finish_reason":"tool_calls"}]}""";
        var answer = JsonDocument.Parse(Checked.Answer(Encoding.UTF8.GetBytes(body), Context() with { MessageId = $"msg_turn{turn}" }));
        return [.. answer.RootElement.GetProperty("content").EnumerateArray().Select(static block => block.GetProperty("id").GetString()!)];
    }

    private static string Turn(string[] ids)
    {
        var calls = ids.Select(static id => $$$"""{"type":"tool_use","id":"{{{id}}}","name":"Read","input":{}}""");
        var results = ids.Reverse().Select(static id => $$"""{"type":"tool_result","tool_use_id":"{{id}}","content":"{{id}}"}""");
        return $$"""{"role":"assistant","content":[{{string.Join(',', calls)}}]},{"role":"user","content":[{{string.Join(',', results)}}]}""";
    }

    private static Gen<List<string[]>> Turns() => Gen.Elements(UpstreamIds).NonEmptyListOf().Select(static ids => ids.Take(4).ToArray())
        .NonEmptyListOf().Select(static turns => turns.Take(4).ToList());
}
