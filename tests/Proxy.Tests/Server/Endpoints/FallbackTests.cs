using System.Net;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Upstream.Health;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>Several keys of one upstream, several models of one tier, and upstreams that are down.</summary>
public sealed class FallbackTests : IAsyncDisposable
{
    private const string Busy = """{"error":{"message":"slow down"}}""";
    private const string Anthropics = """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn",
        "stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}
        """;

    private readonly ManualClock _clock = new();
    private int _firstStatus = 200;
    private (string Name, string Value)? _firstHeader;
    private Func<string?, int>? _statusOfKey;
    private bool _firstStreamsNothing;
    private TestUpstream? _first;
    private TestUpstream? _second;

    public async ValueTask DisposeAsync()
    {
        if (_first is not null)
            await _first.DisposeAsync();
        if (_second is not null)
            await _second.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_used_in_turn_and_a_conversation_keeps_its_key()
    {
        await using var proxy = await Start(("OPENAI_API_KEY", "a, b,c"));

        for (var at = 0; at < 4; at++)
            (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        for (var at = 0; at < 4; at++)
            (await proxy.Post("/v1/messages", Samples.Request, ("x-claude-code-session-id", "s-1"))).Dispose();

        Assert.Equal(["Bearer a", "Bearer b", "Bearer c", "Bearer a"], Keys().Take(4));
        Assert.Single(Keys().Skip(4).Distinct());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    public async Task A_key_that_is_refused_rests_and_another_is_tried_at_once(int status)
    {
        _statusOfKey = key => key == "Bearer a" ? status : 200;
        await using var proxy = await Start(("OPENAI_API_KEY", "a,b"), ("PROXY_RETRIES", "0"));

        for (var at = 0; at < 3; at++)
        {
            using var answer = await proxy.Post("/v1/messages", Samples.Request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(["Bearer a", "Bearer b", "Bearer b", "Bearer b"], Keys());
        var resting = await proxy.Client.GetStringAsync("/metrics");
        _clock.Advance(TimeSpan.FromSeconds(61));
        _statusOfKey = null;
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        Assert.Contains("Bearer a", Keys().TakeLast(2));
        Assert.Contains("upstream_keys_cooling{server_address=\"" + _first!.BaseUrl.Authority + "\"} 1", resting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_keys_rest_the_client_hears_of_the_soonest()
    {
        (_firstStatus, _firstHeader) = (429, ("retry-after", "40"));
        await using var proxy = await Start(("OPENAI_API_KEY", "a,b"), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "one"));
        using var refused = await proxy.Post("/v1/messages", Samples.Request);
        _clock.Advance(TimeSpan.FromSeconds(10));

        using var unasked = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal((429, "40"), ((int)refused.StatusCode, refused.Headers.GetValues("retry-after").Single()));
        Assert.Equal((429, "30"), ((int)unasked.StatusCode, unasked.Headers.GetValues("retry-after").Single()));
        Assert.Equal(["Bearer a", "Bearer b"], Keys());
    }

    [Fact]
    public async Task A_single_key_never_rests()
    {
        (_firstStatus, _firstHeader) = (429, ("retry-after", "40"));
        await using var proxy = await Start(("ANTHROPIC_DEFAULT_OPUS_MODEL", "one"));
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        _firstStatus = 200;

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(503, "", "work/two")]
    [InlineData(429, "", "work/two")]
    [InlineData(503, "messages", "work/two")]
    [InlineData(402, "", "work/two")]
    [InlineData(400, "", null)]
    [InlineData(401, "", null)]
    [InlineData(404, "", null)]
    public async Task The_next_model_is_asked_in_the_words_of_its_upstream(int status, string api, string? answering)
    {
        _firstStatus = status;
        await using var proxy = await Start(("PROXY_RETRIES", "0"), ("PROXY_WORK_API", api));

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(answering is not null, answer.IsSuccessStatusCode);
        Assert.Equal(answering ?? "one", answer.Headers.GetValues("x-proxy-model").Single());
        Assert.DoesNotContain("127.0.0.1", answer.Headers.ToString(), StringComparison.Ordinal);
        if (answering is null)
        {
            Assert.Empty(_second!.Received);
            return;
        }

        var request = Assert.Single(_second!.Received);
        Assert.Contains("\"model\":\"two\"", request.Body, StringComparison.Ordinal);
        Assert.Equal(api.Length > 0 ? "/v1/messages" : "/v1/chat/completions", request.Path);
        Assert.Equal("second", api.Length > 0 ? request.Headers["x-api-key"] : request.Headers["authorization"]["Bearer ".Length..]);
        Assert.Contains("[WRN]", proxy.Log, StringComparison.Ordinal);
        Assert.Contains("upstream_fallbacks_total{server_address=\"" + _first!.BaseUrl.Authority + "\"} 1",
            await proxy.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_Anthropics_own_api_may_fall_back_to_one_that_is_translated()
    {
        _firstStatus = 529;
        await using var proxy = await Start(("PROXY_RETRIES", "0"), ("PROXY_UPSTREAM_API", "messages"));

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/v1/messages", Assert.Single(_first!.Received).Path);
        Assert.Equal("/v1/chat/completions", Assert.Single(_second!.Received).Path);
    }

    [Fact]
    public async Task Nothing_of_a_response_that_failed_is_in_the_next_one()
    {
        (_firstStreamsNothing, _firstHeader) = (true, ("anthropic-organization-id", "of-the-first"));
        await using var proxy = await Start(("PROXY_RETRIES", "0"), ("PROXY_UPSTREAM_API", "messages"));

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("work/two", answer.Headers.GetValues("x-proxy-model").Single());
        Assert.False(answer.Headers.Contains("anthropic-organization-id"));
        Assert.Single(_second!.Received);
    }

    [Fact]
    public async Task An_upstream_that_is_down_is_left_out_until_a_probe_succeeds()
    {
        _firstStatus = 500;
        await using var proxy = await Start(("PROXY_RETRIES", "0"));
        for (var at = 0; at < CircuitBreaker.Failures + 3; at++)
            (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        var asked = _first!.Received.Count;
        var down = await proxy.Client.GetStringAsync("/metrics");
        _clock.Advance(CircuitBreaker.Pause);
        for (var at = 0; at < 3; at++)
            (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        var probed = _first.Received.Count;
        _firstStatus = 200;
        _clock.Advance(CircuitBreaker.Pause);
        for (var at = 0; at < 3; at++)
            (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        Assert.Equal((CircuitBreaker.Failures, CircuitBreaker.Failures + 1, CircuitBreaker.Failures + 4), (asked, probed, _first.Received.Count));
        Assert.Contains("breaker_state{server_address=\"" + _first.BaseUrl.Authority + "\"} 2", down, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upstream_that_is_down_and_has_no_other_beside_it_is_asked_once()
    {
        _firstStatus = 500;
        await using var proxy = await Start(("ANTHROPIC_DEFAULT_OPUS_MODEL", "one"), ("PROXY_RETRIES", "0"));
        for (var at = 0; at < CircuitBreaker.Failures + 3; at++)
            (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        _firstStatus = 200;

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(CircuitBreaker.Failures + 4, _first!.Received.Count);
    }

    private IEnumerable<string> Keys() => _first!.Received.Select(request => request.Headers["authorization"]);

    private async Task<RunningProxy> Start(params (string Name, string Value)[] more)
    {
        _first = await TestUpstream.Start(context =>
        {
            if (_firstHeader is { } header)
                context.Response.Headers[header.Name] = header.Value;
            if (_firstStreamsNothing)
            {
                context.Response.ContentType = "text/event-stream";
                return Task.CompletedTask;
            }

            var status = _statusOfKey?.Invoke(context.Request.Headers.Authorization) ?? _firstStatus;
            return TestUpstream.Answer(context, status != 200 ? Busy : Samples.Answer, status);
        });
        _second = await TestUpstream.Start(context =>
            TestUpstream.Answer(context, context.Request.Path == "/v1/messages" ? Anthropics : Samples.Answer));
        var environment = new Dictionary<string, string>
        {
            ["OPENAI_BASE_URL"] = $"{_first.BaseUrl}",
            ["OPENAI_API_KEY"] = "first",
            ["PROXY_PROVIDERS"] = "work",
            ["PROXY_WORK_BASE_URL"] = $"{_second.BaseUrl}",
            ["PROXY_WORK_API_KEY"] = "second",
            ["ANTHROPIC_DEFAULT_OPUS_MODEL"] = "one, work/two",
        };
        foreach (var (name, value) in more)
            environment[name] = value;
        var options = Configured.Options([.. environment.Select(pair => (pair.Key, pair.Value))]);
        return await RunningProxy.Start(options with { Listen = new ListenAddress(IPAddress.Loopback, 0) }, clock: _clock);
    }
}
