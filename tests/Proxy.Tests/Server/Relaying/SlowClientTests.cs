using System.Net.Sockets;
using System.Text;

namespace Proxy.Tests.Server.Relaying;

/// <summary>A client that does not read what the upstream has much of, and clients that only connect.</summary>
public sealed class SlowClientTests
{
    /// <summary>What the sockets' own buffers and the proxy's few may hold of a stream, generously.</summary>
    private const int Held = 32 << 20;

    private const int MaxConnections = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_upstream_is_slowed_down_to_it_and_let_go_when_it_leaves()
    {
        var sent = 0L;
        using var limit = new CancellationTokenSource(2 * Patience);
        var left = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            using var leaving = context.RequestAborted.Register(left.SetResult);
            context.Response.ContentType = "text/event-stream";
            var events = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Samples.FirstChunk, 1000)));
            // To write on after the end costs Kestrel nothing, so that only the token tells.
            while (!context.RequestAborted.IsCancellationRequested && !limit.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(events, limit.Token);
                Interlocked.Add(ref sent, events.Length);
                // Without a pause this loop would keep its thread, in whose queue the news of the end may lie.
                await Task.Delay(1, limit.Token);
            }
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using (var client = await Asking(proxy.Url))
        {
            await AllIsQuiet(() => Volatile.Read(ref sent));
            Assert.InRange(Volatile.Read(ref sent), 1, Held);
            Assert.False(left.Task.IsCompleted);
        }

        await left.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed_at_once()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { MaxConnections = MaxConnections });
        var clients = new List<TcpClient>();
        try
        {
            for (var count = 0; count < MaxConnections; count++)
                clients.Add(await Connected(proxy.Url));

            using var oneTooMany = await Connected(proxy.Url);

            Assert.True(await IsClosed(oneTooMany).WaitAsync(Patience));
            await clients[0].GetStream().WriteAsync("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            Assert.False(await IsClosed(clients[0]).WaitAsync(Patience));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private static async Task<TcpClient> Asking(Uri proxy)
    {
        var client = await Connected(proxy);
        var body = Samples.StreamedRequest;
        await client.GetStream()
            .WriteAsync(
                Encoding.UTF8.GetBytes(
                    $"POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
                        $"{Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
        return client;
    }

    private static async Task<TcpClient> Connected(Uri proxy)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(proxy.Host, proxy.Port);
        return client;
    }

    private static async Task<bool> IsClosed(TcpClient client)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1]) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Waits until what is counted stands still for a while: that nothing happens has no event to wait for.</summary>
    private static async Task AllIsQuiet(Func<long> count)
    {
        for (var before = -1L; before != count() || before == 0;)
        {
            before = count();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
