using System.Text;
using ClaudeCodeProxy.Upstream.Http;

namespace Proxy.Tests.Upstream.Http;

public sealed class ChunkDecoderTests
{
    private const string Next = "HTTP/1.1 200 OK";

    [Fact]
    public void A_body_is_the_same_however_its_chunks_are_cut()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var body = new string('x', random.Next(0, 400)) + round;
            var chunks = body.Chunk(random.Next(1, 90)).Select(part => $"{part.Length:x};e=1\r\n{new string(part)}\r\n");
            var wire = Encoding.ASCII.GetBytes(string.Concat(chunks) + "0\r\nX-Trailer: a\r\n\r\n" + Next);
            var decoder = new ChunkDecoder();
            var decoded = new StringBuilder();
            var at = 0;
            while (!decoder.IsDone)
            {
                var piece = wire.AsSpan(at, Math.Min(random.Next(1, 60), wire.Length - at)).ToArray();
                var count = decoder.Decode(piece, out var used);
                decoded.Append(Encoding.ASCII.GetString(piece, 0, count));
                Assert.True(decoder.IsDone || used == piece.Length);
                at += used;
            }

            Assert.Equal(body, $"{decoded}");
            Assert.Equal(Next, Encoding.ASCII.GetString(wire, at, wire.Length - at));
        }
    }

    /// <summary>Only what an attacker could mean otherwise than the server is refused.</summary>
    [Theory]
    [InlineData("7fffffffffffffff\r\n", true)]
    [InlineData("8000000000000000\r\n", false)]
    [InlineData("0000000000000000000000000000005\r\n", true)]
    [InlineData("5\n", false)]
    [InlineData("5;a=\"b\"\r\n", true)]
    [InlineData("5;a\n\r\n", false)]
    [InlineData("5 \t;a\r\n", true)]
    [InlineData("\r\n", false)]
    [InlineData(";a\r\n", false)]
    [InlineData("5\r\nhello\n", false)]
    [InlineData("0\r\nX\n", false)]
    [InlineData("0\r\nX: a\r\r", false)]
    public void What_is_no_chunk_is_refused(string wire, bool isRight)
    {
        var decoder = new ChunkDecoder();
        var refusal = Record.Exception(() => decoder.Decode(Encoding.ASCII.GetBytes(wire), out _));
        Assert.Equal(isRight, refusal is null);
    }
}
