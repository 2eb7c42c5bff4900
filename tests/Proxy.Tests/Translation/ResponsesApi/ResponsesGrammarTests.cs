using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Proxy.Tests.Translation.ResponsesApi.ResponsesExample;

namespace Proxy.Tests.Translation.ResponsesApi;

/// <summary>Whatever events come, in whatever order: the client's keep their rules, and a stream ends exactly once.</summary>
public sealed class ResponsesGrammarTests
{
    private static readonly string[] Items = ["fc_1", "fc_2", ""];
    private static readonly string[] Arguments = ["{", "}", "{}", "\\\"a\\\":", "1", "{\\\"a\\\":1}", "", "["];

    private static readonly string[] Others =
    [
        "{}", "null", "[DONE]", """{"type":"response.created","response":{"status":"in_progress"}}""", """{"type":"response.banana"}""",
        Added("""{"type":"message","id":"m","content":[]}"""), Added("""{"type":"reasoning","id":"rs","summary":[]}"""),
            Added("""{"type":"web_search_call","id":"ws"}"""),
        Finished(
            """{"type":"message","id":"m","content":[{"type":"output_text","text":"w","annotations":[{"type":"url_citation","url":"https://a/"}]}]}"""),
        Finished("""{"type":"reasoning","id":"rs","summary":[{"type":"summary_text","text":"t"}],"encrypted_content":"zz"}"""),
        Finished("""{"type":"web_search_call","id":"ws","status":"completed","action":{"type":"search","query":"q"}}"""),
        """{"type":"response.reasoning_summary_part.added","summary_index":1}""",
        """{"type":"response.output_text.annotation.added","annotation":{"type":"url_citation","url":"https://a/"}}""",
    ];

    private static readonly string[] Ends =
    [
        Completed, """{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}}}""",
        """{"type":"response.failed","response":{"status":"failed"}}""", """{"type":"error","message":"x"}""", """{"type":"resp""",
    ];

    [Property(MaxTest = 2000)]
    public Property Any_sequence_of_events_gives_well_formed_events() => Prop.ForAll(Events().ToArbitrary(), events =>
    {
        var answer = Stream([.. events]);
        Assert.True(answer.IsComplete ^ answer.Error is not null);
    });

    private static Gen<List<string>> Events()
    {
        var text = Gen.Elements("output_text", "reasoning_text", "reasoning_summary_text", "refusal").Zip(Gen.Elements("", "x", "\\ud83d"))
            .Select(pair => Delta(pair.Item1, pair.Item2));
        var one = Gen.Frequency((4, text), (8, Calls()), (4, Gen.Elements(Others)));
        return one.ListOf().Zip(Gen.Elements(Ends).ListOf()).Select(pair => pair.Item1.Concat(pair.Item2).ToList());
    }

    private static Gen<string> Calls() =>
        from kind in Gen.Elements(0, 1, 2)
        from id in Gen.Elements(Items)
        from index in Gen.Elements<int?>(0, 1, null)
        from name in Gen.Elements("Read", "Bash", "")
        from arguments in Gen.Elements(Arguments)
        select kind switch
        {
            0 => Added(Call(id, id.Replace("fc", "call", StringComparison.Ordinal), name), index),
            1 => Finished(Call(id, id.Replace("fc", "call", StringComparison.Ordinal), name, arguments), index),
            _ => Delta("function_call_arguments", arguments, id, index),
        };
}
