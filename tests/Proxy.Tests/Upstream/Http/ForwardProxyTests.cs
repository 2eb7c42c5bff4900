using System.Net;
using Microsoft.AspNetCore.Hosting;
using Proxy.Tests.Server;

namespace Proxy.Tests.Upstream.Http;

/// <summary>Upstreams behind a forward proxy (HTTP_PROXY, HTTPS_PROXY).</summary>
public sealed class ForwardProxyTests : IDisposable
{
    private static readonly string Basic = "Proxy-Authorization: Basic " + Convert.ToBase64String("us@er:pa:ss"u8);

    private static readonly TestAuthority Authority = new();

    private readonly TemporaryFolder _folder = new();

    public ForwardProxyTests() => Authority.WritePem(_folder.File("authority.pem"));

    public static TheoryData<string, bool> Ways => new()
    {
        { "http", false }, { "http", true }, { "https", false }, { "https", true }, { "socks5", false }, { "socks5", true },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Requests_go_through_it_with_its_credentials_over_a_connection_that_is_kept(string scheme, bool isTls)
    {
        await using var upstream = await StartUpstream(isTls);
        using var forward = new TestForwardProxy(scheme, Authority, upstream.BaseUrl.Port);
        await using var proxy = await Before(upstream, forward);
        var large = Samples.Request.Replace("Say hello.", new string('x', 400_000), StringComparison.Ordinal);

        foreach (var request in new[] { Samples.Request, large, Samples.Request })
        {
            using var answer = await proxy.Post("/v1/messages", request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(3, upstream.Received.Count);
        Assert.Contains(large[^30..^20], upstream.Received[1].Body, StringComparison.Ordinal);
        Assert.Equal(1, forward.Connections);
        var place = $"127.0.0.1:{upstream.BaseUrl.Port}";
        var expected = scheme == "socks5" ? "us@er pa:ss 127.0.0.1"
            : isTls ? $"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{Basic}\r\n\r\n"
            : $"POST http://{place}/v1/chat/completions HTTP/1.1\r\nHost: {place}\r\n{Basic}\r\n";
        Assert.StartsWith(expected, forward.Told, StringComparison.Ordinal);
        if (isTls)
            Assert.All(upstream.Received, received => Assert.DoesNotContain("Proxy-Authorization", received.Headers.Keys));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("socks5")]
    public async Task It_resolves_the_upstreams_name(string scheme)
    {
        await using var upstream = await StartUpstream(isTls: false);
        using var forward = new TestForwardProxy(scheme, Authority, upstream.BaseUrl.Port);
        await using var proxy = await Before(upstream, forward, "upstream.invalid");

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("upstream.invalid", forward.Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http", true)]
    [InlineData("https", true)]
    [InlineData("socks5", false)]
    [InlineData("socks5", true)]
    [InlineData("socks5", true, true)]
    public async Task That_it_refuses_is_told(string scheme, bool isTls, bool isOfName = false)
    {
        await using var upstream = await StartUpstream(isTls);
        using var forward = new TestForwardProxy(scheme, Authority, upstream.BaseUrl.Port)
        {
            Refuses = !isOfName,
            RefusesName = isOfName,
        };
        await using var proxy = await Before(upstream, forward);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
        Assert.Contains("the forward proxy refused the connection", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(upstream.Received);
    }

    private static Task<TestUpstream> StartUpstream(bool isTls) =>
        TestUpstream.Start(context => TestUpstream.Answer(context, Samples.Answer), listen =>
        {
            if (isTls)
                listen.UseHttps(Authority.Server);
        });

    private Task<RunningProxy> Before(TestUpstream upstream, TestForwardProxy forward, string? name = null)
    {
        var address = name is null ? upstream.BaseUrl : new UriBuilder(upstream.BaseUrl) { Host = name }.Uri;
        var options = RunningProxy.OptionsFor(address);
        return RunningProxy.Start(options with
        {
            Upstream = options.Upstream with { CertificateFile = _folder.File("authority.pem"), ForwardProxy = forward.Address },
        });
    }
}
