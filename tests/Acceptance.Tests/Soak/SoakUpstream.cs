using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Acceptance.Tests.Soak;

/// <summary>A model that says a word about twice a second to any number of clients, and fails some of them as their plans say.</summary>
internal sealed class SoakUpstream : IDisposable
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private const string Usage = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":9}}\n\n";
    private const string Finish = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n" + Usage + "data: [DONE]\n\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, int> _sockets = [];
    private readonly ConcurrentDictionary<int, int> _failed = [];
    private readonly int _seed;

    public SoakUpstream(int seed)
    {
        _seed = seed;
        _listener.Start(4096);
        _ = AcceptAsync();
    }

    public Uri BaseUrl => new($"http://{_listener.LocalEndpoint}/v1");

    /// <summary>Open ones.</summary>
    public int Connections => _sockets.Count;

    /// <summary>As upstreams do with those that are not used for a while.</summary>
    public void CloseConnections()
    {
        foreach (var socket in _sockets.Keys)
            socket.Dispose();
    }

    public void Dispose()
    {
        _listener.Dispose();
        CloseConnections();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        _sockets.TryAdd(socket, 0);
        socket.NoDelay = true;
        try
        {
            while (await ReadNumberAsync(socket) is { } number)
                await AnswerAsync(socket, StreamPlan.Create(_seed, number));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The proxy has left, or the plan has ended the connection.
        }

        socket.Dispose();
        _sockets.TryRemove(socket, out _);
    }

    private async Task AnswerAsync(Socket socket, StreamPlan plan)
    {
        if (plan.Fault == StreamFault.Fails || (plan.Fault == StreamFault.FailsOnce && _failed.TryAdd(plan.Number, 0)))
        {
            await SayAsync(socket, "HTTP/1.1 500 x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            return;
        }

        if (plan.Fault != StreamFault.ResetsAtOnce)
            await SayAsync(socket, Head);
        for (var word = 0; word < plan.Words; word++)
        {
            if (plan.Fault is { } fault and not StreamFault.FailsOnce && (word == plan.FaultAt || fault == StreamFault.ResetsAtOnce))
            {
                await FailAsync(socket, fault);
                return;
            }

            await SayAsync(socket, Chunk($"data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{plan.Word(word)}\"}}}}]}}\n\n"));
            await Task.Delay(400 + (plan.Number % 200));
        }

        await SayAsync(socket, Chunk(Finish) + "0\r\n\r\n");
    }

    private static async Task FailAsync(Socket socket, StreamFault fault)
    {
        await SayAsync(socket, fault switch
        {
            StreamFault.ClosesInChunk => "50\r\ndata: {",
            StreamFault.EndsEarly => "0\r\n\r\n",
            StreamFault.SendsBadChunk => "zz\r\n",
            StreamFault.SendsError => Chunk("data: {\"error\":{\"message\":\"no\",\"type\":\"server_error\"}}\n\n") + "0\r\n\r\n",
            _ => "",
        });
        if (fault is StreamFault.Resets or StreamFault.ResetsAtOnce)
            socket.LingerState = new LingerOption(true, 0);
        if (fault is not (StreamFault.EndsEarly or StreamFault.SendsError))
            socket.Close();
    }

    /// <summary>Reads a whole request. Null when the proxy ends the connection.</summary>
    /// <returns>The number in its text.</returns>
    private static async Task<int?> ReadNumberAsync(Socket socket)
    {
        var buffer = new byte[4096];
        var text = "";
        while (!IsWhole(text))
        {
            var count = await socket.ReceiveAsync(buffer);
            if (count == 0)
                return null;
            text += Encoding.ASCII.GetString(buffer, 0, count);
        }

        return ToNumber(text, SoakClient.Mark);
    }

    private static bool IsWhole(string request)
    {
        var body = request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return body >= 4 && request.Length - body == ToNumber(request, "Content-Length: ");
    }

    private static int ToNumber(string text, string before)
    {
        var digits = text[(text.IndexOf(before, StringComparison.Ordinal) + before.Length)..].TakeWhile(char.IsAsciiDigit);
        return int.Parse(string.Concat(digits), CultureInfo.InvariantCulture);
    }

    private static string Chunk(string data) => $"{data.Length:x}\r\n{data}\r\n";

    private static async Task SayAsync(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));
}
