using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bench;

/// <summary>An OpenAI-compatible server that answers at once with fixed bytes; a stream leaves in 64 separate writes.</summary>
internal static class Upstream
{
    private static readonly byte[] Answer = Fixed(
        "application/json",
        """{"id":"chatcmpl-bench","object":"chat.completion","created":1,"model":"gpt-5","choices":[{"index":0,"message":{"role":"assistant","content":"The test compares two times that differ by a second. I will make it compare dates."},"finish_reason":"stop"}],"usage":{"prompt_tokens":11000,"completion_tokens":20,"total_tokens":11020}}""");

    private static readonly byte[][] Stream = StreamParts();

    public static async Task RunAsync(int port)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(512);
        while (true)
        {
            var client = await listener.AcceptAsync();
            client.NoDelay = true;
            _ = ServeAsync(client);
        }
    }

    private static async Task ServeAsync(Socket client)
    {
        using (client)
        {
            var buffer = new byte[256 * 1024];
            var filled = 0;
            try
            {
                while (true)
                {
                    var read = await client.ReceiveAsync(buffer.AsMemory(filled));
                    if (read == 0)
                        return;

                    filled += read;
                    for (var length = HttpMessage.Length(buffer.AsSpan(0, filled)); length > 0; length = HttpMessage.Length(buffer.AsSpan(0, filled)))
                    {
                        await AnswerAsync(client, buffer.AsSpan(0, length).IndexOf("\"stream\":true"u8) >= 0);
                        buffer.AsSpan(length, filled - length).CopyTo(buffer);
                        filled -= length;
                    }
                }
            }
            catch (SocketException)
            {
                // The measured process closed its connection; the next one opens a new one.
            }
        }
    }

    private static async Task AnswerAsync(Socket client, bool stream)
    {
        if (!stream)
        {
            await client.SendAsync(Answer);
            return;
        }

        foreach (var part in Stream)
            await client.SendAsync(part);
    }

    private static byte[][] StreamParts()
    {
        var parts = new List<byte[]>
        {
            Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"),
        };
        for (var index = 0; index < Scenario.Chunks - 2; index++)
        {
            parts.Add(Chunk(Event(
                $$"""{"index":0,"delta":{{(index == 0 ? """{"role":"assistant","content":""}""" : $$"""{"content":" word{{index}}"}""")}},"finish_reason":null}""",
                "")));
        }

        parts.Add(Chunk(Event("""{"index":0,"delta":{},"finish_reason":"stop"}""", "")));
        parts.Add(Chunk(Event("", ""","usage":{"prompt_tokens":11000,"completion_tokens":62,"total_tokens":11062}""") + "data: [DONE]\n\n"));
        parts.Add("0\r\n\r\n"u8.ToArray());
        return [.. parts];
    }

    private static string Event(string choice, string more) =>
        $$"""data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1,"model":"gpt-5","choices":[{{choice}}]{{more}}}""" + "\n\n";

    private static byte[] Chunk(string text) => Encoding.ASCII.GetBytes($"{text.Length:x}\r\n{text}\r\n");

    private static byte[] Fixed(string type, string body) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}
