using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

/// <summary>A block of nothing but white space reaches no client: Anthropic and others refuse it when it comes back.</summary>
public sealed class BlankTextTests
{
    private static readonly string[] Texts = ["", " ", "\\n", "\\t\\n ", "\\u00a0", "a", "b\\n", "\\n c"];

    [Property(MaxTest = 500)]
    public Property Of_any_pieces_no_block_is_blank_and_no_word_is_lost() => Prop.ForAll(Pieces().ToArbitrary(), pieces =>
    {
        var answer = Stream([.. pieces, Chunk("{}", "stop")]);
        Assert.True(answer.IsComplete);
        Assert.DoesNotContain(answer.Blocks, static block => block.Type != "tool_use" && string.IsNullOrWhiteSpace(block.Content));
        Assert.Equal(Words(string.Concat(pieces.Select(static piece => Member(piece, "content")))), Words(answer.Text));
        Assert.Equal(Words(string.Concat(pieces.Select(static piece => Member(piece, "reasoning")))), Words(answer.Thinking));
    });

    [Fact]
    public void White_space_between_words_stays()
    {
        var answer = Stream(
            Chunk("""{"content":"\n"}"""), Chunk("""{"content":" a"}"""), Chunk("""{"content":"\n\n"}"""), Chunk("""{"content":"b"}"""),
            Chunk("""{"content":"\n"}"""), Chunk("{}", "stop"));
        Assert.Equal("\n a\n\nb\n", Assert.Single(answer.Blocks).Content);
    }

    [Fact]
    public void White_space_before_a_call_does_not_come_after_it()
    {
        var answer = Stream(
            Chunk("""{"content":"\n\n"}"""), Calls(Piece("{}", id: "a", name: "Read")), Chunk("""{"content":"Done."}"""), Chunk("{}", "stop"));
        Assert.Equal([("tool_use", "{}"), ("text", "Done.")], answer.Blocks.Select(static block => (block.Type, block.Content)));
    }

    [Fact]
    public void Much_white_space_takes_little_memory()
    {
        var space = Chunk($$"""{"content":"{{new string(' ', 1 << 16)}}"}""");
        var answer = Stream([.. Enumerable.Repeat(space, 1000), Chunk("""{"content":"a"}"""), Chunk("{}", "stop")]);
        Assert.InRange(answer.Text.Length, 1, 1 << 16);
        Assert.EndsWith("a", answer.Text, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter)));

    private static string Member(string chunk, string name)
    {
        var delta = JsonDocument.Parse(chunk).RootElement.GetProperty("choices")[0].GetProperty("delta");
        return delta.TryGetProperty(name, out var text) ? text.GetString()! : "";
    }

    private static Gen<List<string>> Pieces()
    {
        var text = Gen
            .Elements("content", "reasoning")
            .Zip(Gen.Elements(Texts))
            .Select(static pair => Chunk($$"""{"{{pair.Item1}}":"{{pair.Item2}}"}"""));
        var call = ArbMap.Default.GeneratorFor<Guid>().Select(static id => Calls(Piece("{}", null, id.ToString(), "Read")));
        return Gen.Frequency((8, text), (1, call)).ListOf();
    }
}
