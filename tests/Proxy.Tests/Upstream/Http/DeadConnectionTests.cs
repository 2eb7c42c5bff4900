using System.Net;
using Proxy.Tests.Server;

namespace Proxy.Tests.Upstream.Http;

/// <summary>Upstreams that end a connection at the moment at which a request comes on it.</summary>
public sealed class DeadConnectionTests : IDisposable
{
    private static readonly TestAuthority Authority = new();

    private readonly TemporaryFolder _folder = new();

    public DeadConnectionTests() => Authority.WritePem(_folder.File("authority.pem"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, false, "close")]
    [InlineData(false, false, "reset")]
    [InlineData(true, false, "close")]
    [InlineData(true, false, "reset")]
    [InlineData(false, true, "close")]
    [InlineData(true, true, "close")]
    public async Task A_kept_connection_that_had_ended_costs_the_client_nothing(bool tls, bool forwarded, string end)
    {
        using var upstream = new ScriptedUpstream(tls ? Authority : null, "ok", end, "ok", "ok");
        await using var proxy = await Before(upstream, forwarded);

        for (var i = 0; i < 3; i++)
        {
            using var answer = await proxy.Post("/v1/messages", Samples.Request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(4, upstream.Requests);
        Assert.Equal(2, upstream.Connections);
        Assert.Single(proxy.Log.Split('\n'), line => line.Contains("had ended a kept connection", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, 1, "close")]
    [InlineData(true, 1, "close")]
    [InlineData(false, 1, "reset")]
    // Once more and not again; and never after a byte of an answer, for which the model may have worked.
    [InlineData(false, 3, "ok", "close", "close")]
    [InlineData(true, 3, "ok", "close", "close")]
    [InlineData(false, 2, "ok", "begin")]
    [InlineData(true, 2, "ok", "begin")]
    public async Task Any_other_end_is_told(bool tls, int requests, params string[] steps)
    {
        using var upstream = new ScriptedUpstream(tls ? Authority : null, [.. steps, "ok"]);
        await using var proxy = await Before(upstream, forwarded: false);

        for (var i = 0; i < steps.Count(step => step == "ok"); i++)
            (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
        Assert.Equal(requests, upstream.Requests);
    }

    [Fact]
    public async Task A_body_of_any_size_goes_out_again_whole()
    {
        using var upstream = new ScriptedUpstream(null, "ok", "close", "ok");
        await using var proxy = await Before(upstream, forwarded: false);
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        using var answer =
            await proxy.Post("/v1/messages", Samples.Request.Replace("Say hello.", new string('x', 3_000_000), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3, upstream.Requests);
    }

    private Task<RunningProxy> Before(ScriptedUpstream upstream, bool forwarded)
    {
        var options = RunningProxy.OptionsFor(upstream.Address);
        var changed = options.Upstream with
        {
            CertificateFile = _folder.File("authority.pem"),
            ForwardProxy = forwarded ? upstream.AsForwardProxy : null,
        };
        return RunningProxy.Start(options with { Upstream = changed });
    }
}
