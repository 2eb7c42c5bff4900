using System.Net.Sockets;

namespace Proxy.Tests.Server.HostileClients;

/// <summary>Clients that break off, reset and send nonsense, many at a time.</summary>
public sealed class RandomNonsenseTests
{
    private static readonly byte[] Streamed = StreamingClient.Message(Samples.StreamedRequest);

    [Fact]
    public async Task Whatever_clients_do_the_proxy_serves_on_and_finds_nothing_unexpected()
    {
        await using var upstream = await TestUpstream.Streaming(Samples.FirstChunk, Samples.SecondChunk, Samples.LastChunks);
        await using var proxy = await RunningProxy.Before(upstream);

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), async (seed, _) => await Misbehave(proxy.Url, new Random(seed)));

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        Assert.Equal("message_stop", (await (await SentEvents.Of(answer)).RestOfNames())[^1]);
        Assert.DoesNotContain("unexpected", proxy.Log, StringComparison.Ordinal);
    }

    private static async Task Misbehave(Uri proxy, Random random)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        if (random.Next(2) == 0)
            socket.LingerState = new LingerOption(true, 0);
        try
        {
            await socket.ConnectAsync(proxy.Host, proxy.Port);
            await socket.SendAsync(Nonsense(random));
            if (random.Next(2) == 0)
                await socket.ReceiveAsync(new byte[random.Next(1, 300)]).WaitAsync(TimeSpan.FromMilliseconds(50));
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            // Both are fair: the proxy may hang up on nonsense, and need not answer half a request.
        }
    }

    private static byte[] Nonsense(Random random)
    {
        var damaged = (byte[])Streamed.Clone();
        damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        var noise = new byte[random.Next(1, 3000)];
        random.NextBytes(noise);
        return random.Next(5) switch
        {
            0 => noise,
            1 => Streamed[..random.Next(1, Streamed.Length)],
            2 => [.. Enumerable.Repeat(Streamed, 20).SelectMany(message => message)],
            3 => [.. "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n"u8, .. noise],
            _ => damaged,
        };
    }
}
