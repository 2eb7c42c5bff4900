using System.Net;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;
using Microsoft.AspNetCore.Hosting;
using Proxy.Tests.Server;

namespace Proxy.Tests.Upstream;

public sealed class UpstreamClientTests
{
    [Fact]
    public async Task The_key_is_sent_also_to_a_local_server()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await Before(upstream, options => options with { Keys = [new Secret("the-key")] });

        using var answer = await proxy.Post("/v1/messages", Samples.Request, ("x-api-key", "the-clients-own"), ("anthropic-beta", "some-beta"));

        var headers = Assert.Single(upstream.Received).Headers;
        Assert.Equal("Bearer the-key", headers["authorization"]);
        Assert.Equal("application/json", headers["content-type"]);
        Assert.DoesNotContain("x-api-key", headers.Keys);
        Assert.DoesNotContain("anthropic-beta", headers.Keys);
    }

    [Fact]
    public async Task Without_a_key_none_is_sent()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await Before(upstream, options => options);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.DoesNotContain("authorization", Assert.Single(upstream.Received).Headers.Keys);
    }

    [Theory]
    [InlineData(Provider.OpenRouter, true)]
    [InlineData(Provider.OpenAI, false)]
    internal async Task Only_OpenRouter_is_told_the_application(Provider provider, bool told)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy =
            await Before(upstream, options => options with { Provider = provider, AppName = "my app", AppUrl = "https://app.example" });

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        var headers = Assert.Single(upstream.Received).Headers;
        Assert.Equal(told ? "my app" : null, headers.GetValueOrDefault("x-title"));
        Assert.Equal(told ? "https://app.example" : null, headers.GetValueOrDefault("referer") ?? headers.GetValueOrDefault("http-referer"));
    }

    [Fact]
    public async Task Bodies_of_any_size_arrive_whole()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await Before(upstream, options => options);

        // Around 4 KiB the handler changes from one write to two.
        foreach (var size in Enumerable.Range(3_300, 900).Where(size => size % 7 == 0).Concat([0, 8_191, 65_536, 1_000_000]))
        {
            var text = new string('x', size + 1);
            using var answer = await proxy.Post("/v1/messages", Samples.Request.Replace("Say hello.", text, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.EndsWith(text + "\"}]", upstream.Received[^1].Body[..(upstream.Received[^1].Body.IndexOf(']', StringComparison.Ordinal) + 1)],
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_https_upstream_is_trusted_by_the_named_authority_only()
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        using var folder = new TemporaryFolder();
        authority.WritePem(folder.File("authority.pem"));
        stranger.WritePem(folder.File("stranger.pem"));
        await using var upstream =
            await TestUpstream.Start(context => TestUpstream.Answer(context, Samples.Answer), listen => listen.UseHttps(authority.Server));
        await using var trusting = await Before(upstream, options => options with { CertificateFile = folder.File("authority.pem") });
        await using var mistrusting = await Before(upstream, options => options with { CertificateFile = folder.File("stranger.pem") });
        await using var standard = await Before(upstream, options => options);

        using var trusted = await trusting.Post("/v1/messages", Samples.Request);
        using var refused = await mistrusting.Post("/v1/messages", Samples.Request);
        using var unknown = await standard.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, trusted.StatusCode);
        Assert.Equal("api_error", await AnthropicError.TypeOf(refused, HttpStatusCode.BadGateway));
        Assert.Contains("SSL_CERT_FILE", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadGateway, unknown.StatusCode);
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "holds a certificate that is damaged")]
    [InlineData("no certificate here", "holds no certificate")]
    [InlineData(null, "it does not exist")]
    public async Task A_file_of_authorities_that_holds_none_is_an_error_at_the_start(string? content, string why)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
            await File.WriteAllTextAsync(folder.File("ca.pem"), content);
        var options = RunningProxy.OptionsFor(new Uri("https://127.0.0.1:1/v1"));
        options = options with { Upstream = options.Upstream with { CertificateFile = folder.File("ca.pem") } };

        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunningProxy.Start(options));

        Assert.Contains("ca.pem", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forward_proxy_is_used_when_one_is_configured()
    {
        await using var forwardProxy = await TestUpstream.Answering(Samples.Answer);
        var options = RunningProxy.OptionsFor(new Uri("http://upstream.invalid/v1"));
        var address = new UriBuilder(forwardProxy.BaseUrl) { Path = "/", UserName = "user", Password = "pass" }.Uri;
        await using var proxy = await RunningProxy.Start(options with { Upstream = options.Upstream with { ForwardProxy = address } });

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("upstream.invalid", forwardProxy.Received[^1].Headers["host"]);
    }

    private static Task<RunningProxy> Before(TestUpstream upstream, Func<UpstreamOptions, UpstreamOptions> change)
    {
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        return RunningProxy.Start(options with { Upstream = change(options.Upstream) });
    }
}
