using System.Text;
using ClaudeCodeProxy.Upstream;

namespace Proxy.Tests.Upstream;

public sealed class GatheringStreamTests
{
    /// <summary>As SocketsHttpHandler writes a request: the first write ends inside the body.</summary>
    private const string Beginning = "POST /v1 HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nab";

    [Fact]
    public async Task A_first_write_waits_for_the_second_and_goes_before_it()
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);

        await stream.WriteAsync(Bytes(Beginning));
        Assert.Equal(0, pair.Far.Available);
        await stream.WriteAsync(Bytes("cd"));

        Assert.Equal(Beginning + "cd", Encoding.ASCII.GetString(await pair.Receive(Beginning.Length + 2)));
    }

    [Fact]
    public async Task A_write_that_no_second_follows_goes_out_before_a_read()
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);

        await stream.WriteAsync(Bytes(Beginning));
        Assert.Equal(0, pair.Far.Available);
        var reading = stream.ReadAsync(new byte[1]);

        Assert.Equal(Beginning, Encoding.ASCII.GetString(await pair.Receive(Beginning.Length)));
        await pair.Far.SendAsync(new byte[] { 9 });
        Assert.Equal(1, await reading);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("POST /v1 HTTP/1.1\r\nContent-Length: 2\r\n\r\nab")]
    [InlineData("POST /v1 HTTP/1.1\r\nHost: h\r\nContent-Le")]
    [InlineData("POST /v1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nContent-Length: 9")]
    [InlineData("POST /v1 HTTP/1.1\r\nHost: h\r\n\r\n\r\nContent-Length: 9\r\n\r\n")]
    public async Task Anything_else_goes_out_at_once(string text)
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);

        await stream.WriteAsync(Bytes(text));

        Assert.Equal(text, Encoding.ASCII.GetString(await pair.Receive(text.Length)));
    }

    [Fact]
    public async Task A_connection_that_broke_is_an_input_output_error()
    {
        using var pair = await SocketPair.Connect();
        await using var stream = new GatheringStream(pair.Near);
        pair.Far.Close(0);

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            // The first bytes after the other side's reset may still seem to be sent.
            for (var i = 0; i < 1000; i++)
            {
                await stream.WriteAsync(Bytes(Beginning));
                await stream.WriteAsync(Bytes("cd"));
            }
        });
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
