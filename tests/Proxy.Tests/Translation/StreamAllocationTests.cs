using System.Text;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

/// <summary>A stream may have a hundred thousand chunks: none of them may take memory of its own.</summary>
public sealed class StreamAllocationTests
{
    private static readonly Route Kimi = new(Provider.Moonshot, "claude-sonnet-5", "kimi-k2.6");
    private static readonly Route OpenRouter = new(Provider.OpenRouter, "claude-sonnet-5", "vendor/model");

    [Fact]
    public void A_piece_of_text_takes_none() => Assert.Equal(0, LeastOf(OpenAI, Chunk("""{"content":"word "}""")));

    [Fact]
    public void A_piece_of_thinking_takes_none() => Assert.Equal(0, LeastOf(OpenAI, Chunk("""{"reasoning_content":"word "}""")));

    [Fact]
    public void A_piece_of_hidden_thinking_takes_none()
    {
        Assert.Equal(0, LeastOf(Kimi, Chunk("""{"reasoning_content":"word "}"""), "\"thinking\":{\"type\":\"adaptive\",\"display\":\"omitted\"},"));
        Assert.Equal(0, LeastOf(Kimi, Chunk("""{"reasoning_content":"word "}"""), "\"thinking\":{\"type\":\"disabled\"},"));
    }

    [Fact]
    public void A_piece_of_a_detail_takes_none() => Assert.Equal(0, LeastOf(OpenRouter,
        Chunk("""{"reasoning":"word ","reasoning_details":[{"type":"reasoning.text","text":"word ","format":"f","index":0}]}""")));

    [Fact]
    public void A_piece_of_arguments_takes_none() => Assert.Equal(0, LeastOf(OpenAI, Calls(Piece("word ", name: "")), "",
        Calls(Piece("{\"text\":\"", id: "a", name: "Write"))));

    /// <summary>Bytes that a chunk takes, apart from what grows now and then.</summary>
    private static long LeastOf(Route route, string chunk, string options = "", string? first = null)
    {
        using var stream = new CheckedStream(
            ContextOf(route, SmallRequest.Replace("\"messages\"", options + "\"messages\"", StringComparison.Ordinal)));
        var data = Encoding.UTF8.GetBytes(chunk);
        stream.Next(first ?? chunk);
        var least = long.MaxValue;
        for (var round = 0; round < 50; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var index = 0; index < 20; index++)
                stream.Next(data);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
