using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bench;

/// <summary>Sends one request after the other on each of some connections and times every exchange to its last byte.</summary>
internal static class LoadGenerator
{
    /// <summary>Runs a fixed number of exchanges, so that two runs do the same work.</summary>
    /// <exception cref="InvalidOperationException">An exchange did not end in 200: a failing server is not a fast one.</exception>
    public static async Task<Timing> RunAsync(int port, Scenario scenario, int connections, int exchanges)
    {
        var request = scenario.Request(port);
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => ConnectionAsync(port, request, exchanges / connections)));
        var elapsed = clock.Elapsed;
        var all = runs.SelectMany(times => times).Order().ToArray();
        return new Timing(all.Length, elapsed, all[all.Length / 2], all[all.Length * 99 / 100]);
    }

    private static async Task<List<double>> ConnectionAsync(int port, byte[] request, int count)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var times = new List<double>(count);
        var buffer = new byte[256 * 1024];
        for (var index = 0; index < count; index++)
        {
            var start = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        do
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
                throw new InvalidOperationException("the server closed the connection in the middle of an answer");
            filled += read;
        }
        while (HttpMessage.Length(buffer.AsSpan(0, filled)) < 0);

        if (!HttpMessage.IsSuccess(buffer))
            throw new InvalidOperationException($"an exchange failed: {System.Text.Encoding.UTF8.GetString(buffer, 0, Math.Min(filled, 600))}");
    }
}
