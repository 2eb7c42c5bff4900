using System.Net;

namespace Proxy.Tests.Server.Endpoints;

public sealed class DegradedRequestTests
{
    private static readonly string Degraded = Samples.Request.Replace("\"max_tokens\"", "\"top_k\":3,\"max_tokens\"", StringComparison.Ordinal);

    [Fact]
    public async Task What_was_lost_in_translation_is_in_a_header_and_in_the_log()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Degraded);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("top_k", Assert.Single(answer.Headers.GetValues("x-proxy-degraded")));
        Assert.Contains("lost in translation: top_k", proxy.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_translated_whole_has_no_such_header()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.False(answer.Headers.Contains("x-proxy-degraded"));
    }

    [Fact]
    public async Task In_strict_mode_it_is_refused_with_what_would_be_lost_and_nothing_is_sent()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { IsStrict = true });

        using var refused = await proxy.Post("/v1/messages", Degraded);
        using var served = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(refused, HttpStatusCode.BadRequest));
        Assert.Contains("(top_k), and PROXY_STRICT", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.Single(upstream.Received);
    }
}
