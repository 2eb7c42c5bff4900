using System.Net;
using ClaudeCodeProxy.Configuration;
using Proxy.Tests.Configuration;
using Proxy.Tests.Server;

namespace Proxy.Tests.Upstream;

/// <summary>Two real servers behind one proxy, configured as a person would.</summary>
public sealed class SeveralUpstreamsTests : IAsyncLifetime
{
    private TestUpstream _first = null!;
    private TestUpstream _second = null!;
    private RunningProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _first = await TestUpstream.Answering(Samples.Answer);
        _second = await TestUpstream.Answering(Samples.Answer);
        var options = Configured.Options(
            ("OPENAI_BASE_URL", $"{_first.BaseUrl}"), ("OPENAI_API_KEY", "first-key"), ("PROXY_UPSTREAM_HEADERS", "X-Team: one"),
            ("PROXY_PROVIDERS", "work"), ("PROXY_WORK_BASE_URL", $"{_second.BaseUrl}"), ("PROXY_WORK_API_KEY", "second-key"),
                ("PROXY_WORK_HEADERS", "X-Team: two, User-Agent: mine"),
            ("ANTHROPIC_DEFAULT_OPUS_MODEL", "one"), ("ANTHROPIC_DEFAULT_HAIKU_MODEL", "work/two"));
        _proxy = await RunningProxy.Start(options with { Listen = new ListenAddress(IPAddress.Loopback, 0) });
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Theory]
    [InlineData("claude-opus-4-8", true, "one")]
    [InlineData("claude-haiku-4-5", false, "two")]
    [InlineData("work/three", false, "three")]
    [InlineData("home/three", true, "home/three")]
    public async Task Every_key_and_header_goes_to_its_own_upstream_only(string model, bool toFirst, string upstreamModel)
    {
        using var answer =
            await _proxy.Post("/v1/messages", Samples.Request.Replace("claude-opus-4-8", model, StringComparison.Ordinal), ("x-team", "the-clients"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((toFirst ? _second : _first).Received);
        var request = Assert.Single((toFirst ? _first : _second).Received);
        Assert.Equal(toFirst ? "Bearer first-key" : "Bearer second-key", request.Headers["authorization"]);
        Assert.Equal(toFirst ? "one" : "two", request.Headers["x-team"]);
        Assert.Equal(!toFirst, request.Headers["user-agent"] == "mine");
        Assert.DoesNotContain(toFirst ? "second" : "first", string.Join(' ', request.Headers.Values), StringComparison.Ordinal);
        Assert.Contains($"\"model\":\"{upstreamModel}\"", request.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "PROXY_WORK_API_KEY")]
    [InlineData(404, "PROXY_WORK_BASE_URL")]
    [InlineData(404, "PROXY_MODEL_MAP")]
    public async Task An_error_names_the_variables_of_the_upstream_that_it_came_from(int status, string variable)
    {
        await using var refusing = await TestUpstream.Answering("{}", status);
        var options = Configured.WithKey(("PROXY_PROVIDERS", "work"), ("PROXY_WORK_BASE_URL", $"{refusing.BaseUrl}"),
            ("ANTHROPIC_DEFAULT_OPUS_MODEL", "work/x"));
        await using var proxy = await RunningProxy.Start(options with { Listen = new ListenAddress(IPAddress.Loopback, 0) });

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Contains(variable, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_key_does_not_follow_a_redirect_to_another_upstream()
    {
        await using var astray = await TestUpstream.Start(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = $"{_second.BaseUrl}/chat/completions";
            return Task.CompletedTask;
        });
        await using var proxy = await RunningProxy.Before(astray);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Empty(_second.Received);
    }
}
