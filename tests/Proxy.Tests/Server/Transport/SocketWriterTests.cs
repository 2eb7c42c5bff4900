using System.Buffers;
using System.IO.Pipelines;
using ClaudeCodeProxy.Server.Transport;

namespace Proxy.Tests.Server.Transport;

public sealed class SocketWriterTests
{
    [Fact]
    public async Task What_is_written_in_parts_is_sent_whole_by_one_flush()
    {
        using var pair = await SocketPair.Connect();
        var writer = new SocketWriter(pair.Near);
        var bytes = Enumerable.Range(0, 100_000).Select(number => (byte)number).ToArray();

        foreach (var part in bytes.Chunk(777))
            writer.Write(part);
        Assert.Equal(bytes.Length, writer.UnflushedBytes);
        var flushing = writer.FlushAsync();

        Assert.Equal(bytes, await pair.Receive(bytes.Length));
        Assert.False((await flushing).IsCompleted);
        Assert.Equal(0, writer.UnflushedBytes);
    }

    [Fact]
    public async Task There_is_always_room_for_a_chunks_length_and_end()
    {
        using var pair = await SocketPair.Connect();
        var writer = new SocketWriter(pair.Near);

        for (var i = 0; i < 6; i++)
        {
            var room = writer.GetMemory().Length;
            Assert.True(room >= 256, $"{room} bytes");
            writer.Advance(room - 1);
        }
    }

    /// <summary>The last piece goes in part, or not at all.</summary>
    [Theory]
    [InlineData(100_000)]
    [InlineData(1)]
    public async Task A_client_that_reads_late_gets_all(int piece)
    {
        using var pair = await SocketPair.Connect();
        (pair.Near.SendBufferSize, pair.Far.ReceiveBufferSize) = (4096, 4096);
        var writer = new SocketWriter(pair.Near);
        var bytes = new List<byte>();

        Task<FlushResult> flushing;
        do
        {
            byte[] next = [.. Enumerable.Range(bytes.Count, piece).Select(number => (byte)(number % 251))];
            bytes.AddRange(next);
            writer.Write(next);
            flushing = writer.FlushAsync().AsTask();
        }
        while (flushing.IsCompleted && !(await flushing).IsCompleted);

        Assert.True((await pair.Receive(bytes.Count)).SequenceEqual(bytes));
        Assert.False((await flushing).IsCompleted);
    }

    [Fact]
    public async Task A_client_that_left_is_reported_not_thrown()
    {
        using var pair = await SocketPair.Connect();
        var writer = new SocketWriter(pair.Near);
        pair.Far.Close(0);

        var isCompleted = false;
        for (var i = 0; i < 1000 && !isCompleted; i++)
        {
            writer.Write("x"u8);
            isCompleted = (await writer.FlushAsync()).IsCompleted;
        }

        Assert.True(isCompleted);
        writer.Write("more"u8);
        Assert.True((await writer.FlushAsync()).IsCompleted);
    }

    [Fact]
    public async Task A_flush_that_waits_for_the_client_ends_when_the_connection_is_aborted()
    {
        using var pair = await SocketPair.Connect();
        var writer = new SocketWriter(pair.Near);
        writer.Write(new byte[50_000_000]);

        var flushing = writer.FlushAsync();
        writer.Complete();
        pair.Near.Dispose();

        Assert.True((await flushing).IsCompleted);
    }

    [Fact]
    public async Task What_is_being_sent_is_not_given_to_another_connection()
    {
        const int length = 50_000_000;
        using var pair = await SocketPair.Connect();
        var writer = new SocketWriter(pair.Near);
        writer.Write(new byte[length]);

        var flushing = writer.FlushAsync();
        writer.Complete();
        var others = ArrayPool<byte>.Shared.Rent(length);
        Array.Fill(others, (byte)9);

        Assert.DoesNotContain((byte)9, await pair.Receive(length));
        await flushing;
        ArrayPool<byte>.Shared.Return(others);
    }
}
