using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Proxy.Tests.Compression;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>Upstreams that compress although they were asked not to.</summary>
public sealed class CompressedResponseTests
{
    private const string Events = Samples.FirstChunk + Samples.SecondChunk + Samples.LastChunks;

    public static TheoryData<string> Codings => ["gzip", "deflate", "br"];

    [Fact]
    public async Task Every_upstream_is_asked_for_plain_bytes()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request, ("accept-encoding", "gzip, br"));

        Assert.Equal("identity", Assert.Single(upstream.Received).Headers["accept-encoding"]);
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_whole_answer_is_read_by_its_coding(string coding)
    {
        await using var upstream = await Compressing(coding, Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Contains("\"text\":\"Hello.\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task The_events_of_a_stream_come_as_they_are_flushed(string coding)
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.ContentEncoding = coding;
            await using var body = Coded.Open(coding, context.Response.Body);
            await Send(body, Samples.FirstChunk);
            await clientHasRead.Task;
            await Send(body, Samples.SecondChunk + Samples.LastChunks);
        });
        // A ping would bring the first words too.
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { PingInterval = TimeSpan.FromHours(1) });

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        var first = await events.Next("content_block_delta");
        clientHasRead.SetResult();

        Assert.Equal("Hel", first.Data.GetProperty("delta").GetProperty("text").GetString());
        Assert.Equal("message_stop", (await events.RestOfNames())[^1]);
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_stream_that_comes_byte_by_byte_gives_the_same_events(string coding)
    {
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.ContentEncoding = coding;
            foreach (var value in Coded.As(coding, Encoding.UTF8.GetBytes(Events)))
            {
                await context.Response.Body.WriteAsync(new[] { value });
                await context.Response.Body.FlushAsync();
            }
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal("message_stop", (await (await SentEvents.Of(answer)).RestOfNames())[^1]);
    }

    [Fact]
    public async Task What_passes_through_comes_without_its_coding_byte_for_byte()
    {
        const string body = """{"type":"message" , "newest":1}""";
        await using var upstream = await Compressing("gzip", body);
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_coding_that_cannot_be_read_is_named()
    {
        await using var upstream = await Compressing("zstd", Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
        Assert.Contains("content-encoding zstd", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", "too many tokens of yours")]
    [InlineData("zstd", "")]
    public async Task An_error_keeps_its_status_and_where_it_can_be_read_its_words(string coding, string words)
    {
        await using var upstream = await Compressing(coding, """{"error":{"message":"too many tokens of yours","code":"x"}}""", 429);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("rate_limit_error", await AnthropicError.TypeOf(answer, HttpStatusCode.TooManyRequests));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task An_answer_that_is_damaged_or_cut_is_no_success(int at)
    {
        var coded = Coded.As("gzip", Encoding.UTF8.GetBytes(Samples.Answer));
        var damaged = (byte[])coded.Clone();
        damaged[at] ^= 0xFF;
        foreach (var body in new[] { damaged, coded[..(at + 3)] })
        {
            await using var upstream = await TestUpstream.Start(context => Answer(context, "gzip", body, 200));
            await using var proxy = await RunningProxy.Before(upstream);

            await using var passing = await RunningProxy.PassingThroughTo(upstream);

            using var answer = await proxy.Post("/v1/messages", Samples.Request);
            using var passed = await passing.Post("/v1/messages", Samples.Request);

            Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
            Assert.Equal("api_error", await AnthropicError.TypeOf(passed, HttpStatusCode.BadGateway));
        }
    }

    [Fact]
    public async Task A_limit_counts_what_is_decoded()
    {
        await using var upstream = await TestUpstream.Start(context => Answer(context, "br", Coded.As("br", new byte[100_000_000]), 200));
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<TestUpstream> Compressing(string coding, string json, int status = 200)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return TestUpstream.Start(context => Answer(context, coding, coding == "zstd" ? bytes : Coded.As(coding, bytes), status));
    }

    private static async Task Answer(HttpContext context, string coding, byte[] body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = coding;
        await context.Response.Body.WriteAsync(body);
    }

    private static async Task Send(Stream body, string events)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(events));
        await body.FlushAsync();
    }
}
