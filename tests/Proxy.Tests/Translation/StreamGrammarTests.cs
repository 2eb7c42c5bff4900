using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

/// <summary>Whatever an upstream sends, in whatever order: the client's events keep their rules, and a stream ends exactly once.</summary>
public sealed class StreamGrammarTests
{
    private static readonly string[] Garbage = ["[DONE]", "{}", "null", "{\"choices\":[null]}", "{\"choices\":[{}]}", "{\"error\":\"x\"}", "{\"choi",
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":9}}"];
    private static readonly string?[] Finishes = ["stop", "length", "tool_calls", "content_filter", "error", "banana", null];
    private static readonly string?[] Arguments = ["{", "}", "{}", "\"a\":", "1", "{\"a\":1}", " ", "", "[", "\"", "\\", null];

    [Property(MaxTest = 2000)]
    public Property Any_sequence_of_chunks_gives_well_formed_events() => Prop.ForAll(Chunks().ToArbitrary(), chunks =>
    {
        using var stream = new CheckedStream(Context());
        foreach (var chunk in chunks)
            stream.Next(chunk);
        stream.Finish();
        var answer = stream.Answer;
        Assert.True(answer.IsComplete ^ answer.Error is not null);
    });

    private static Gen<List<string>> Chunks()
    {
        var text = Gen.Elements("content", "reasoning", "reasoning_content", "refusal").Zip(Gen.Elements("", "x", "\\u00e9"))
            .Select(pair => Chunk($"{{\"{pair.Item1}\":\"{pair.Item2}\"}}"));
        var finish = Gen.Elements(Finishes).Select(reason => Chunk("{}", reason));
        var one = Gen.Frequency((4, text), (8, Pieces()), (1, finish), (1, Gen.Elements(Garbage)));
        return one.ListOf().Zip(finish.ListOf()).Select(pair => pair.Item1.Concat(pair.Item2).ToList());
    }

    private static Gen<string> Pieces() =>
        from index in Gen.Elements<int?>(0, 1, 2, null)
        from id in Gen.Elements("a", "b", "", null)
        from name in Gen.Elements("Read", "Bash", "", null)
        from arguments in Gen.Elements(Arguments)
        select Calls(Piece(arguments, index, id, name));
}
