using System.Text;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

/// <summary>
/// What translation takes of the garbage collector's memory: so much for an exchange, however long the texts are. For the chunks of a stream, which
/// take none, see <see cref="StreamAllocationTests"/>.
/// </summary>
public sealed class ExchangeAllocationTests
{
    private const int MostForRequest = 4 * 1024;
    private const int MostForAnswer = 2 * 1024;

    [Theory]
    [InlineData(100)]
    [InlineData(50_000)]
    [InlineData(500_000)]
    [InlineData(8_000_000)]
    public void A_request_takes_no_more_when_its_texts_are_longer(int length)
    {
        var request = Encoding.UTF8.GetBytes($$"""
            {"model":"m","max_tokens":100,"messages":[{"role":"user","content":[{"type":"text","text":"{{Words(length)}}"}]},
            {"role":"assistant","content":"{{Words(100)}}"},{"role":"user","content":"Go on."}]}
            """);

        Assert.InRange(CheckedAllocation.OfRequest(request, OpenAI), 1, MostForRequest);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(50_000)]
    [InlineData(500_000)]
    public void An_answer_takes_no_more_when_its_text_is_longer(int length)
    {
        var answer = Encoding.UTF8.GetBytes(Completion(Words(length)));

        Assert.InRange(CheckedAllocation.OfAnswer(answer, Context()), 1, MostForAnswer);
    }

    private static string Completion(string text) => $$$"""
        {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"{{{text}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}
        """;

    private static string Words(int length) => new StringBuilder().Insert(0, "word \\n", length / 7).ToString();
}
