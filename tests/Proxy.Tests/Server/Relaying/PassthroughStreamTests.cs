using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Server.Relaying;
using ClaudeCodeProxy.Sse;

namespace Proxy.Tests.Server.Relaying;

public sealed class PassthroughStreamTests
{
    private const string Stream =
        "event: message_start\ndata: {\"a\":\"é\"}\n\n: comment\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    private const string Ping = "event: ping\ndata: {\"type\":\"ping\"}\n\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void However_it_is_split_the_bytes_stay_and_a_ping_never_lands_inside_an_event(string newline)
    {
        var bytes = Encoding.UTF8.GetBytes(Stream.Replace("\n", newline, StringComparison.Ordinal));
        for (var split = 0; split < bytes.Length; split++)
        {
            using var stream = new PassthroughStream();
            stream.Read(bytes.AsSpan(0, split));
            var before = stream.Frames.Length;
            Assert.True(before == 0 || EndsAnEvent(stream.Frames.WrittenSpan), $"split at {split}");
            Assert.False(stream.Done);
            stream.Ping();
            stream.Read(bytes.AsSpan(split));
            stream.End();

            Assert.True(stream.Done);
            Assert.Equal(Encoding.UTF8.GetString(bytes), Sent(stream).Replace(Ping, "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_stream_that_comes_byte_by_byte_is_the_same()
    {
        using var stream = new PassthroughStream();
        foreach (var letter in Encoding.UTF8.GetBytes(Stream))
            stream.Read([letter]);

        Assert.Equal((Stream, true), (Sent(stream), stream.Done));
    }

    [Theory]
    [InlineData("event: message_start\ndata: {}\n\n", "event: message_start\ndata: {}\n\n")]
    [InlineData("event: message_start\ndata: {}\n\nevent: content_block_delta\ndata: {\"del", "event: message_start\ndata: {}\n\n")]
    [InlineData("event: message_start\ndata: {}\n\nevent: message_stop", "event: message_start\ndata: {}\n\n")]
    public void A_stream_that_is_cut_ends_in_an_error_after_its_last_whole_event(string sent, string expected)
    {
        using var stream = new PassthroughStream();
        stream.Read(Encoding.UTF8.GetBytes(sent));
        stream.End();

        Assert.StartsWith(expected + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\"", Sent(stream),
            StringComparison.Ordinal);
        Assert.Null(stream.EarlyFailure);
    }

    [Fact]
    public void A_stream_without_a_whole_event_fails_early()
    {
        using var stream = new PassthroughStream();
        stream.Read("event: message_sta"u8);
        stream.End();

        Assert.Equal(502, stream.EarlyFailure?.Status);
    }

    [Theory]
    [InlineData("event: error\ndata: {}\n\n")]
    [InlineData("event:message_stop\ndata: {}\n\n")]
    [InlineData("event: message_stop\ndata: {}")]
    public void After_its_last_event_nothing_is_added(string last)
    {
        using var stream = new PassthroughStream();
        stream.Read(Encoding.UTF8.GetBytes(last));
        stream.End();
        stream.Ping();
        stream.Fail(ApiError.Overloaded("too late"));

        Assert.Equal((last, true), (Sent(stream), stream.Done));
    }

    [Fact]
    public void A_name_in_a_text_does_not_end_the_stream()
    {
        using var stream = new PassthroughStream();
        stream.Read("event: content_block_delta\ndata: event: message_stop\n\n"u8);

        Assert.False(stream.Done);
    }

    [Fact]
    public void An_event_without_end_is_an_error()
    {
        using var stream = new PassthroughStream();
        var part = new byte[1 << 20];

        Assert.Throws<SseTooLargeException>(() =>
        {
            for (var number = 0; number < 20; number++)
                stream.Read(part);
        });
    }

    private static bool EndsAnEvent(ReadOnlySpan<byte> bytes) => bytes.EndsWith("\n\n"u8) || bytes.EndsWith("\r\n\r\n"u8);

    private static string Sent(PassthroughStream stream) => Encoding.UTF8.GetString(stream.Frames.WrittenSpan);
}
