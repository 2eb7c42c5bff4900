using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Json;
using FsCheck.Xunit;

namespace Proxy.Tests.Json;

public sealed class JsonEscapesTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\\n\\t\\r\\b\\f\\\"\\\\\\/", "\n\t\r\b\f\"\\/")]
    [InlineData("\\u00e9\\u20AC", "é€")]
    [InlineData("\\ud83d\\ude00!", "😀!")]
    [InlineData("\\ud83d!", "\uFFFD!")]
    [InlineData("\\ude00\\ud83d", "\uFFFD\uFFFD")]
    [InlineData("\\ud83d\\u0041", "\uFFFDA")]
    public void Escaped_text_becomes_plain(string escaped, string plain)
    {
        Assert.Equal(plain, JsonEscapes.Unescape(Encoding.UTF8.GetBytes(escaped)));
        Assert.True(JsonEscapes.SameText(Encoding.UTF8.GetBytes(escaped), Encoding.UTF8.GetBytes(plain)));
    }

    [Property]
    public void What_the_writer_escapes_is_read_back(string? text)
    {
        var plain = Encoding.UTF8.GetBytes(text ?? "");
        using var output = new PooledBuffer(16);
        var json = new JsonWriter(output, default);
        json.Raw("\""u8);
        json.Escape(plain);
        json.Raw("\""u8);
        json.Commit();
        Assert.Equal(Encoding.UTF8.GetString(plain), JsonSerializer.Deserialize<string>(output.WrittenSpan));
        Assert.Equal(Encoding.UTF8.GetString(plain), JsonEscapes.Unescape(output.WrittenSpan[1..^1]));
    }

    [Property]
    public void What_the_platform_escapes_is_read_like_the_platform_does(string? text)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(text ?? "");
        Assert.Equal(JsonSerializer.Deserialize<string>(json), JsonEscapes.Unescape(json.AsSpan()[1..^1]));
    }
}
