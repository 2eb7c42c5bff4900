using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation.Chat;

/// <summary>What OpenRouter gives as <c>reasoning_details</c>, through a client's transcript and back.</summary>
public sealed class ReasoningDetailsTests
{
    private static readonly Route Route = new(Provider.OpenRouter, "claude-sonnet-5", "vendor/model:free");

    [Fact]
    public void Pieces_of_one_index_and_type_become_one() => Assert.Equal(
        """
        [{"type":"reasoning.summary","summary":"**A** \ud83d\ude00 B","format":"f","index":0,"signature":"s"},{"type":"reasoning.text","text":"C","index":0}]
        """,
        ComeBack(
            """{"type":"reasoning.summary","summary":"**A** \ud83d","format":null,"index":0}""",
            """{"type":"reasoning.summary","summary":"\ude00 B","format":"f","index":0}""",
            """{"type":"reasoning.text","text":null,"index":0}""",
            """{"type":"reasoning.text","text":"C","index":0}""",
            """{"type":"reasoning.summary","summary":null,"signature":"s","index":0}"""));

    [Fact]
    public void Others_stay_apart_in_their_order()
    {
        string[] details =
        [
            """{"type":"reasoning.encrypted","data":"x","id":"call_1","index":0,"new":{"a":[1, 2]}}""",
            """{"type":"reasoning.encrypted","data":"y","id":"call_2","index":0}""",
            """{"type":"reasoning.encrypted","data":"z","index":1}""",
            """{"type":"reasoning.encrypted","data":"z","index":1}""",
            """{"type":"reasoning.text","text":"a","signature":"s","index":2}""",
            """{"type":"reasoning.text","text":"b","index":2}""",
            """{"type":"reasoning.text","text":"c"}""",
        ];
        Assert.Equal($"[{string.Join(',', details)}]", ComeBack(details));
    }

    [Fact]
    public void A_whole_answers_details_are_never_put_together()
    {
        const string Details = """[{"type":"reasoning.text","text":"a","index":0},{"type":"reasoning.text","text":"b","index":0}]""";
        var answer = JsonDocument.Parse(Checked.Answer(
            Encoding.UTF8.GetBytes(
                $$$"""{"choices":[{"index":0,"message":{"content":"x","reasoning_details":{{{Details}}}},"finish_reason":"stop"}]}"""),
            ContextOf(Route)));
        Assert.Equal(Details, SentUp(answer.RootElement.GetProperty("content")[0].GetProperty("signature").GetString()!));
    }

    [Fact]
    public void Too_much_is_left_out_and_the_answer_stays()
    {
        var piece = $$"""{"type":"reasoning.text","text":"{{new string('x', 1 << 16)}}","index":0}""";
        var answer = Streamed(Route, [.. Enumerable.Repeat(Details(piece), 17), Chunk("""{"content":"So."}"""), Chunk("{}", "stop")]);
        Assert.Equal(("So.", 17 << 16), (answer.Text, answer.Thinking.Length));
        Assert.Null(answer.Blocks[0].Signature);
    }

    private static string ComeBack(params string[] pieces)
    {
        var answer = Streamed(Route, [.. pieces.Select(Details), Chunk("""{"content":"So."}"""), Chunk("{}", "stop")]);
        Assert.Equal(["thinking", "text"], answer.Blocks.Select(static block => block.Type));
        return SentUp(answer.Blocks[0].Signature!);
    }

    private static string Details(string piece) => Chunk($$"""{"reasoning_details":[{{piece}}]}""");

    private static string SentUp(string signature)
    {
        var message =
            $$"""{"role":"assistant","content":[{"type":"thinking","thinking":"x","signature":"{{signature}}"},{"type":"text","text":"So."}]}""";
        return JsonDocument.Parse(SentMessages(message, Route)).RootElement.GetProperty("reasoning_details").GetRawText();
    }
}
