using System.Net;
using Proxy.Tests.Server;
using Proxy.Tests.Server.UpstreamFaults;

namespace Proxy.Tests.Upstream.Http;

/// <summary>Upstreams that respond before a large request has been sent, and one that is not there.</summary>
public sealed class EarlyResponseTests
{
    private const string Refusal = "HTTP/1.1 413 x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>More than the sockets of both sides take in.</summary>
    private static readonly string Large = Samples.Request.Replace("Say hello.", new string('x', 24 << 20), StringComparison.Ordinal);

    [Fact]
    public async Task A_refusal_that_comes_first_is_told_when_the_request_has_been_sent()
    {
        using var upstream = new FaultyUpstream(async scene =>
        {
            await scene.ReadHead();
            await scene.SaysMore(Refusal);
            await scene.ReadRest();
        }, isStream: false);

        Outcome.Error(413, "request_too_large").Check(await Ask(upstream));
    }

    [Fact]
    public async Task A_refusal_and_the_connections_end_are_told_as_the_one_or_the_other()
    {
        using var upstream = new FaultyUpstream(async scene =>
        {
            await scene.ReadHead();
            await scene.SaysMore(Refusal);
            scene.Close();
        }, isStream: false);

        new Outcome(false, (413, "request_too_large"), (502, "api_error")).Check(await Ask(upstream));
    }

    [Fact]
    public async Task A_refusal_is_told_although_the_request_is_never_read()
    {
        using var upstream = new FaultyUpstream(async scene =>
        {
            await scene.ReadHead();
            await scene.SaysMore(Refusal);
            await Task.Delay(2 * Patience);
        }, isStream: false);

        Outcome.Error(413, "request_too_large").Check(await Ask(upstream));
    }

    [Fact]
    public async Task An_upstream_that_is_not_there_is_told_and_served_when_it_comes()
    {
        Uri address;
        using (var upstream = new FaultyUpstream(scene => scene.Says(scene.Answer), isStream: false))
            address = upstream.BaseUrl;
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(address));

        Outcome.Broken.Check(await Seen.Ask(proxy, Samples.Request, () => { }).WaitAsync(Patience));
    }

    [Theory]
    [InlineData("x-request-id: \u00e9")]
    [InlineData("x-request-id: a\u001b[31mb")]
    [InlineData("x-request-id: \u007f")]
    [InlineData("retry-after: \u00b2")]
    [InlineData("retry-after: 1\0")]
    public async Task What_no_header_may_hold_is_not_handed_on_with_an_error(string header)
    {
        using var upstream = new FaultyUpstream(
            scene => scene.Says($"HTTP/1.1 500 x\r\n{header}\r\nContent-Length: 2\r\n\r\n{{}}"), isStream: false);

        new Outcome(false, (500, "api_error"), (502, "api_error")).Check(await Ask(upstream, Samples.Request));
    }

    [Theory]
    [InlineData("request-id: \u00e9")]
    [InlineData("anthropic-organization-id: \u00c3\u00a9")]
    [InlineData("anthropic-organization-id: a\u0001b")]
    [InlineData("retry-after: \u00b2")]
    [InlineData("content-type: application/json; x=\u00e9")]
    public async Task What_no_header_may_hold_is_not_passed_through(string header)
    {
        var type = header.StartsWith("content-type", StringComparison.Ordinal) ? "" : "Content-Type: application/json\r\n";
        using var upstream = new FaultyUpstream(
            scene => scene.Says($"HTTP/1.1 200 OK\r\n{type}{header}\r\nContent-Length: 18\r\n\r\n{{\"type\":\"message\"}}"), isStream: false);
        await using var proxy = await RunningProxy.PassingThroughTo(upstream.BaseUrl);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadGateway, $"{answer.StatusCode}");
        Assert.DoesNotContain("unexpected", proxy.Log, StringComparison.Ordinal);
    }

    private static Task<Seen> Ask(FaultyUpstream upstream) => Ask(upstream, Large);

    private static async Task<Seen> Ask(FaultyUpstream upstream, string request)
    {
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl));
        var seen = await Seen.Ask(proxy, request, () => { }).WaitAsync(Patience);
        Assert.DoesNotContain("unexpected", proxy.Log, StringComparison.Ordinal);
        return seen;
    }
}
