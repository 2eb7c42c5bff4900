using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ContainerSecurity.Probing;

/// <summary>A model's server (OpenAI's chat completions, streamed) on an address of this machine; it answers everything with one sentence.</summary>
internal sealed class PlantedModel : IDisposable
{
    public const string Answer = "said by the planted model";

    private readonly TcpListener _listener;

    private PlantedModel(TcpListener listener) => _listener = listener;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many requests have come in.</summary>
    public int Requests { get; private set; }

    /// <exception cref="SocketException">The machine has no such address.</exception>
    public static PlantedModel Start(IPAddress address)
    {
        var listener = new TcpListener(address, 0);
        listener.Start();
        var model = new PlantedModel(listener);
        _ = model.AcceptAsync();
        return model;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ReplyAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // Disposed, or the other side went away: whoever asked sees that.
        }
    }

    private async Task ReplyAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
            // The headers; the body may stay unread, for the connection ends behind the answer.
        }

        Requests++;
        const string chunk = """{"id":"c","object":"chat.completion.chunk","created":1,"model":"planted","choices":[""";
        string[] events =
        [
            chunk + $$$"""{"index":0,"delta":{"role":"assistant","content":"{{{Answer}}}"},"finish_reason":null}]}""",
            chunk + """{"index":0,"delta":{},"finish_reason":"stop"}]}""",
            chunk + """],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""",
            "[DONE]",
        ];
        var body = string.Concat(events.Select(each => $"data: {each}\n\n"));
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + body));
        stream.Socket.Shutdown(SocketShutdown.Send);
        // Closed with bytes unread, the connection would be reset and the answer lost.
        var rest = new byte[4096];
        while (await stream.ReadAsync(rest) > 0)
        {
            // Until the proxy closes its side.
        }
    }
}
