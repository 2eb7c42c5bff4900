using System.Text;

namespace Bench.Servers;

/// <summary>The bytes that the upstream sends.</summary>
internal static class UpstreamAnswers
{
    public static readonly byte[] Answer = Fixed(
        """{"id":"chatcmpl-bench","object":"chat.completion","created":1,"model":"gpt-5","choices":[{"index":0,"message":{"role":"assistant","content":"The test compares two times that differ by a second. I will make it compare dates."},"finish_reason":"stop"}],"usage":{"prompt_tokens":11000,"completion_tokens":20,"total_tokens":11020}}""");

    /// <summary>The head, so many chunks, and the end. The first piece has the head, the role and the first text.</summary>
    public static byte[][] Stream(int chunks)
    {
        var parts = new List<byte[]>
        {
            Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Chunk(Choice("""{"role":"assistant","content":""}""")) + Chunk(Choice(Word(1)))),
        };
        for (var index = 2; index < chunks - 2; index++)
            parts.Add(Encoding.ASCII.GetBytes(Chunk(Choice(Word(index)))));

        var last = Event(
            """{"index":0,"delta":{},"finish_reason":"stop"}""", "")
            + Event("", ""","usage":{"prompt_tokens":11000,"completion_tokens":62,"total_tokens":11062}""") + "data: [DONE]\n\n";
        parts.Add(Encoding.ASCII.GetBytes(Chunk(last) + "0\r\n\r\n"));
        return [.. parts];
    }

    private static string Word(int index) => $$"""{"content":" word{{index}}"}""";

    private static string Choice(string delta) => Event($$"""{"index":0,"delta":{{delta}},"finish_reason":null}""", "");

    private static string Event(string choice, string more) =>
        $$"""data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1,"model":"gpt-5","choices":[{{choice}}]{{more}}}""" + "\n\n";

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";

    private static byte[] Fixed(string body) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}
