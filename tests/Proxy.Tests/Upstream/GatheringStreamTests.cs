using ClaudeCodeProxy.Upstream;

namespace Proxy.Tests.Upstream;

public sealed class GatheringStreamTests
{
    [Fact]
    public async Task A_first_write_waits_for_the_second_and_goes_before_it()
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);
        await using var handler = new TwoWrites(stream);

        await GatheringStream.Gather(handler, new byte[] { 1, 2, 3, 4 }, CancellationToken.None);

        Assert.Equal([1, 2, 3, 4], await pair.Receive(4));
    }

    [Fact]
    public async Task A_write_that_no_second_follows_goes_out_before_a_read()
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);

        await GatheringStream.Gather(stream, new byte[] { 1, 2 }, CancellationToken.None);
        Assert.Equal(0, pair.Far.Available);
        var reading = stream.ReadAsync(new byte[1]);

        Assert.Equal([1, 2], await pair.Receive(2));
        await pair.Far.SendAsync(new byte[] { 9 });
        Assert.Equal(1, await reading);
    }

    [Fact]
    public async Task Without_gathering_a_write_goes_out_at_once()
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);

        await stream.WriteAsync(new byte[] { 1 });

        Assert.Equal([1], await pair.Receive(1));
    }

    [Fact]
    public async Task A_connection_that_broke_is_an_input_output_error()
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);
        await using var handler = new TwoWrites(stream);
        pair.Far.Close(0);

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            // The first bytes after the other side's reset may still seem to be sent.
            for (var i = 0; i < 1000; i++) await GatheringStream.Gather(handler, new byte[] { 1, 2 }, CancellationToken.None);
        });
    }

    /// <summary>Writes a text in two halves, as SocketsHttpHandler writes a request.</summary>
    private sealed class TwoWrites(Stream inner) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(buffer[..(buffer.Length / 2)], cancellationToken);
            await inner.WriteAsync(buffer[(buffer.Length / 2)..], cancellationToken);
        }
    }
}
