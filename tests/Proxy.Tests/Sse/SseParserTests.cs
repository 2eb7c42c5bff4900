using System.Text;
using ClaudeCodeProxy.Sse;
using FsCheck.Xunit;

namespace Proxy.Tests.Sse;

public sealed class SseParserTests
{
    private static readonly string[] Fragments = ["data: ", "data:x", "\n", "\r", "\r\n", "\n\n", ": c", "y", "data", "event: e"];

    [Theory]
    [InlineData("data: a\n\ndata: b\n\n", "a", "b")]
    [InlineData("data: a\r\n\r\ndata: b\r\n\r\n", "a", "b")]
    [InlineData("data: a\r\rdata: b\r\r", "a", "b")]
    [InlineData("data:a\n\ndata:  b\n\n", "a", " b")]
    [InlineData("data: a\ndata: b\n\n", "a\nb")]
    [InlineData("data\ndata: b\n\n", "\nb")]
    [InlineData(": comment\nevent: x\nid: 7\nretry: 3\ndata: a\n\n", "a")]
    [InlineData(": OPENROUTER PROCESSING\n\n\n\ndata: a\n\n", "a")]
    [InlineData("dataset: no\n\ndat: no\n\ndata: yes\n\n", "yes")]
    [InlineData("\uFEFFdata: a\n\n", "a")]
    [InlineData("data: never ended", "never ended")]
    [InlineData("data: never ended\n", "never ended")]
    [InlineData("data: a\r", "a")]
    [InlineData("data: é😀\n\n", "é😀")]
    [InlineData("event: only\n\n")]
    [InlineData("")]
    public void Events_are_the_same_wherever_the_stream_is_split(string stream, params string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);
        Assert.Equal(expected, Parse([bytes]));
        for (var size = 1; size <= bytes.Length; size++)
            Assert.Equal(expected, Parse([.. bytes.Chunk(size)]));
        for (var split = 0; split <= bytes.Length; split++)
            Assert.Equal(expected, Parse([bytes[..split], bytes[split..]]));
    }

    [Fact]
    public void An_event_is_given_as_soon_as_its_blank_line_is_there()
    {
        using var parser = new SseParser();
        Assert.Equal(["a"], Texts(parser.Read("data: a\n\ndata: b"u8)));
        Assert.Equal(["b"], Texts(parser.Read("\n\n"u8)));
        Assert.Empty(Texts(parser.End()));
    }

    [Fact]
    public void An_event_that_outgrows_the_bound_is_refused()
    {
        using var parser = new SseParser(maxEventBytes: 10);
        Assert.Equal(["123456789"], Texts(parser.Read("data: 123456789\n\n"u8)));
        var refused = Assert.Throws<SseTooLargeException>(() => Texts(parser.Read("data: 1234567"u8)));
        Assert.Contains("10 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Property]
    public void Any_bytes_are_parsed_alike_in_one_read_and_in_many(byte[] bytes, byte size)
    {
        var noise = Encoding.UTF8.GetBytes(string.Concat(bytes.Select(value => Fragments[value % Fragments.Length])));
        Assert.Equal(Parse([noise]), Parse([.. noise.Chunk((size % 7) + 1)]));
    }

    private static List<string> Parse(byte[][] reads)
    {
        using var parser = new SseParser();
        var events = new List<string>();
        foreach (var read in reads)
            events.AddRange(Texts(parser.Read(read)));
        events.AddRange(Texts(parser.End()));
        return events;
    }

    private static List<string> Texts(SseEvents events)
    {
        var texts = new List<string>();
        foreach (var data in events)
            texts.Add(Encoding.UTF8.GetString(data));
        return texts;
    }
}
