using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using Proxy.Tests.Anthropic.Responses;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation.Responses;

public sealed class ThinkTagsTests
{
    private static readonly Route Tagged = OpenAI with { ReadsThinkTags = true };

    [Theory]
    [InlineData("<think>hm</think>yes", "hm", "yes")]
    [InlineData("\\n <think>\\nhm\\n</think>\\n\\nyes", "\\nhm\\n", "yes")]
    [InlineData("\\u003cthink\\u003Ehm\\u003c\\/think\\u003eyes", "hm", "yes")]
    [InlineData("<think>a < b \\\\ \\u003c/thin</think>c", "a < b \\\\ \\u003c/thin", "c")]
    [InlineData("<think>one</think>two <think>three</think>", "one", "two <think>three</think>")]
    [InlineData("say <think>hm</think>", "", "say <think>hm</think>")]
    [InlineData("<thinker>", "", "<thinker>")]
    [InlineData("<th", "", "<th")]
    [InlineData("<think>never ended</thi", "never ended</thi", "")]
    [InlineData("<think></think>x", "", "x")]
    public void Thoughts_between_tags_at_the_beginning_are_thoughts_wherever_the_text_is_cut(string text, string thoughts, string rest)
    {
        foreach (var pieces in Cuts(text))
        {
            var blocks = Answered(Tagged, pieces).Blocks;
            Assert.Equal(Plain(thoughts), string.Concat(blocks.Where(block => block.Type == "thinking").Select(block => block.Content)));
            Assert.Equal(Plain(rest), string.Concat(blocks.Where(block => block.Type == "text").Select(block => block.Content)));
        }
    }

    [Fact]
    public void A_call_follows_what_was_held_back_for_a_tag()
    {
        var answer = Answered(Tagged, Chunk("""{"content":"<th"}"""), Calls(Piece("{}", id: "a", name: "Read")));
        Assert.Equal(["text", "tool_use"], answer.Blocks.Select(block => block.Type));
    }

    [Fact]
    public void Tags_are_text_unless_asked_for()
    {
        Assert.Equal("<think>hm</think>", Answered(OpenAI, Chunk("""{"content":"<think>hm</think>"}""")).Text);
    }

    private static IEnumerable<string[]> Cuts(string text)
    {
        yield return [Content(text)];
        for (var cut = 1; cut < text.Length; cut++)
        {
            if (!IsInsideEscape(text, cut))
                yield return [Content(text[..cut]), Content(text[cut..])];
        }
    }

    private static bool IsInsideEscape(string text, int cut)
    {
        for (var at = 0; at < cut; at++)
        {
            if (text[at] != '\\')
                continue;
            at += text[at + 1] == 'u' ? 5 : 1;
            if (at >= cut)
                return true;
        }

        return false;
    }

    private static string Content(string escaped) => Chunk("{\"content\":\"" + escaped + "\"}");

    private static string Plain(string escaped) => JsonEscapes.Unescape(Encoding.UTF8.GetBytes(escaped));

    private static StreamedResponse Answered(Route route, params string[] events) => Streamed(route, [.. events, Chunk("{}", "stop"), "[DONE]"]);
}
