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
            // Connections are not always counted in the order in which they were made: one that was answered is counted.
            for (var count = 0; count < MaxConnections; count++)
            {
                clients.Add(await Connected(proxy.Url));
                Assert.True(await IsAnswered(clients[^1]).WaitAsync(Patience));
            }

            using var oneTooMany = await Connected(proxy.Url);

            Assert.False(await IsAnswered(oneTooMany).WaitAsync(Patience));
            Assert.True(await IsAnswered(clients[0]).WaitAsync(Patience));
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

    /// <returns>False when the connection is closed instead.</returns>
    private static async Task<bool> IsAnswered(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            using var reader = new StreamReader(stream, leaveOpen: true);
            for (var line = await reader.ReadLineAsync(); line != ""; line = await reader.ReadLineAsync())
            {
                if (line is null)
                    return false;
            }

            return true;
        }
        catch (IOException)
        {
            return false;
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
