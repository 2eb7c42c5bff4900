using System.IO.Compression;
using System.Net;
using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Server.Exchanges;
using Proxy.Tests.Compression;

namespace Proxy.Tests.Server.Endpoints;

public sealed class CompressedRequestTests
{
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("X-GZip", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("deflate", "bare")]
    [InlineData("br", "br")]
    [InlineData("identity")]
    [InlineData("gzip, identity, br", "gzip", "br")]
    public async Task The_upstream_gets_what_was_compressed_as_if_it_had_not_been(string header, params string[] codings)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await Post(proxy, header, Compress(Samples.Request, codings));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var received = Assert.Single(upstream.Received);
        Assert.Contains("Say hello.", received.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("content-encoding", received.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Anthropics_own_api_gets_the_decoded_bytes()
    {
        await using var upstream = await TestUpstream.Answering("{}");
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await Post(proxy, "gzip", Compress(Samples.Request, "gzip"));

        Assert.Equal(Samples.Request, Assert.Single(upstream.Received).Body);
        Assert.DoesNotContain("content-encoding", upstream.Received[0].Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, my-own", "my-own")]
    public async Task A_coding_that_is_not_known_is_refused_by_name(string header, string named)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await Post(proxy, header, Compress(Samples.Request, "gzip"));

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.UnsupportedMediaType));
        Assert.Contains($"content-encoding {named} ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("gzip, deflate, br", string.Join(", ", answer.Headers.GetValues("accept-encoding")));
        Assert.Empty(upstream.Received);
    }

    [Theory]
    [InlineData("gzip", 0, "after 0 decoded bytes")]
    [InlineData("gzip", 30, "after ")]
    [InlineData("deflate", 30, "after ")]
    [InlineData("br", 30, "after ")]
    public async Task A_body_that_is_damaged_is_refused_with_the_place(string coding, int at, string place)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);
        var body = Compress(Samples.Request, coding);
        body[at] ^= 0xFF;

        using var answer = await Post(proxy, coding, body);
        using var cut = await Post(proxy, coding, body[..(at + 1)]);

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadRequest));
        Assert.Contains(place, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(cut, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_is_too_large_when_it_is_decoded_is_refused(string coding)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { MaxRequestBytes = 100_000 });

        using var answer = await Post(proxy, coding, Coded.As(coding, new byte[10_000_000]));

        Assert.Equal("request_too_large", await AnthropicError.TypeOf(answer, HttpStatusCode.RequestEntityTooLarge));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip", "gzip")]
    public void A_bomb_takes_no_more_memory_than_a_large_request(params string[] codings)
    {
        const int limit = 1 << 20;
        var bomb = new byte[200_000_000];
        foreach (var coding in codings)
            bomb = Coded.As(coding, bomb, CompressionLevel.Fastest);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<ApiErrorException>(() => CompressedBody.Decode(bomb, [.. codings.Reverse()], limit));

        Assert.Equal(413, error.Error.Status);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * limit);
    }

    private static byte[] Compress(string text, params string[] codings) =>
        codings.Aggregate(Encoding.UTF8.GetBytes(text), (bytes, coding) => Coded.As(coding, bytes));

    private static Task<HttpResponseMessage> Post(RunningProxy proxy, string coding, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("content-encoding", coding);
        content.Headers.TryAddWithoutValidation("content-type", "application/json");
        return proxy.Send(new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = content });
    }
}
