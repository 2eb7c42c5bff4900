using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bench.Servers;

/// <summary>
/// An OpenAI-compatible server with fixed answers. <c>PUT /bench/CHUNKS/MILLISECONDS</c> says how it answers from then on: in one piece (0 chunks),
/// or by a stream, each chunk in a write of its own.
/// </summary>
internal sealed class Upstream
{
    private readonly Pacer _pacer = new();
    private byte[][] _stream = [];
    private TimeSpan _pace;

    public async Task RunAsync(int port)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(4096);
        while (true)
        {
            var client = await listener.AcceptAsync();
            client.NoDelay = true;
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            try
            {
                while (await ReadAsync(client) is { } head)
                    await AnswerAsync(client, head);
            }
            catch (SocketException)
            {
                // The measured process closed its connection; the next one opens a new one.
            }
        }
    }

    /// <returns>Request line and headers; null when the client has closed. A buffer is held only while something comes.</returns>
    private static async Task<string?> ReadAsync(Socket client)
    {
        await client.ReceiveAsync(Memory<byte>.Empty);
        var message = new HttpMessage();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (var kept = 0; !message.IsComplete;)
            {
                var count = await client.ReceiveAsync(buffer.AsMemory(kept));
                if (count == 0)
                    return null;

                kept = message.Add(buffer.AsSpan(0, kept + count), count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return message.Head;
    }

    private async Task AnswerAsync(Socket client, string head)
    {
        if (head.StartsWith("PUT /bench/", StringComparison.Ordinal))
            SetMode(head.Split(' ')[1].Split('/'));

        var stream = head.StartsWith("POST", StringComparison.Ordinal) ? _stream : [];
        if (stream.Length == 0)
            await client.SendAsync(UpstreamAnswers.Answer);
        else if (_pace > TimeSpan.Zero)
            await _pacer.SendAsync(client, stream, _pace);
        else
            await SendAsync(client, stream);
    }

    private void SetMode(string[] path)
    {
        var chunks = int.Parse(path[2], CultureInfo.InvariantCulture);
        _stream = chunks == 0 ? [] : UpstreamAnswers.Stream(chunks);
        _pace = TimeSpan.FromMilliseconds(int.Parse(path[3], CultureInfo.InvariantCulture));
    }

    private static async Task SendAsync(Socket client, byte[][] parts)
    {
        foreach (var part in parts)
            await client.SendAsync(part);
    }
}
