using System.Net;
using System.Text.Json;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Exchanges;
using Microsoft.AspNetCore.Http;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Server.Exchanges;

/// <summary>The JSON line of a request that took more than one attempt: how many they were, and who responded in the end.</summary>
public sealed class LogOfAttemptsTests : IAsyncDisposable
{
    private const string Busy = """{"error":{"message":"slow down"}}""";
    private const string NoSuchOption = """
        {"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        "type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}
        """;
    private const string AnthropicError = """
        {"type":"error","error":{"type":"invalid_request_error","message":"no"},"request_id":"req_1"}
        """;
    private const string Anthropics = """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn",
        "stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}
        """;

    private readonly List<(string Name, string Value)> _settings = [];
    private TestUpstream? _first;
    private TestUpstream? _second;

    public async ValueTask DisposeAsync()
    {
        foreach (var upstream in new[] { _first, _second }.OfType<TestUpstream>())
            await upstream.DisposeAsync();
    }

    [Theory]
    [InlineData(Samples.Request, new[] { 200 }, 1)]
    [InlineData(Samples.Request, new[] { 503, 200 }, 2)]
    [InlineData(Samples.Request, new[] { 429, 500, 200 }, 3)]
    [InlineData(Samples.Request, new[] { 400, 200 }, 2)]
    [InlineData(Samples.Request, new[] { 503, 400, 200 }, 3)]
    [InlineData(Samples.Request, new[] { 400, 503, 400, 200 }, 4)]
    [InlineData(Samples.StreamedRequest, new[] { 503, 200 }, 2)]
    public async Task Each_time_that_the_upstream_was_asked_is_an_attempt(string request, int[] statuses, int attempts)
    {
        var line = await LogOf(request, statuses);

        Assert.Equal(("one", _first!.BaseUrl.Authority, attempts, 200), WhoAnswered(line));
        Assert.False(line.TryGetProperty("error", out _));
        Assert.Equal(statuses.Length, _first.Received.Count);
    }

    [Theory]
    [InlineData("", new[] { 503, 503, 503 }, 3, 529, "overloaded_error")]
    [InlineData("", new[] { 401 }, 1, 401, "authentication_error")]
    [InlineData("messages", new[] { 529, 529, 529 }, 3, 529, "overloaded_error")]
    [InlineData("messages", new[] { 429, 400 }, 2, 400, "invalid_request_error")]
    public async Task An_error_that_stays_is_told_with_the_attempts_that_it_took(string api, int[] statuses, int attempts, int status, string error)
    {
        _settings.AddRange([("PROXY_UPSTREAM_API", api), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "one")]);

        var line = await LogOf(Samples.Request, statuses);

        Assert.Equal(("one", _first!.BaseUrl.Authority, attempts, status), WhoAnswered(line));
        Assert.Equal(error, line.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "messages")]
    [InlineData("messages", "")]
    [InlineData("messages", "messages")]
    public async Task A_fallback_is_told_of_with_its_own_model_and_upstream(string api, string nextApi)
    {
        _settings.AddRange([("PROXY_UPSTREAM_API", api), ("PROXY_WORK_API", nextApi)]);

        var line = await LogOf(Samples.Request, 503, 503, 503);

        Assert.Equal(("two", _second!.BaseUrl.Authority, 4, 200), WhoAnswered(line));
        Assert.Equal("claude-opus-4-8", line.GetProperty("client_model").GetString());
        Assert.False(line.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Another_key_is_an_attempt_too_and_where_all_rest_there_was_none()
    {
        _settings.AddRange([("OPENAI_API_KEY", "a,b"), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "one"), ("PROXY_RETRIES", "0")]);

        var lines = await LogOf(2, Samples.Request, 429, 429);

        Assert.Equal(("one", _first!.BaseUrl.Authority, 2, 429), WhoAnswered(lines[0]));
        Assert.Equal(("one", _first.BaseUrl.Authority, 0, 429), WhoAnswered(lines[1]));
        Assert.Equal("rate_limit_error", lines[1].GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_stream_that_failed_leaves_nothing_in_the_line_of_the_next()
    {
        _settings.Add(("PROXY_WORK_API", "messages"));

        var line = await LogOf(Samples.StreamedRequest, 0, 503, 503);

        Assert.Equal(("two", _second!.BaseUrl.Authority, 4, 200), WhoAnswered(line));
        Assert.False(line.TryGetProperty("error", out _));
        // The second one answers in one piece.
        Assert.False(line.TryGetProperty("first_chunk_ms", out _));
    }

    private static (string? Model, string? Upstream, int Attempts, int Status) WhoAnswered(JsonElement line) => (
        line.GetProperty("upstream_model").GetString(), line.GetProperty("upstream").GetString(), line.GetProperty("attempts").GetInt32(),
        line.GetProperty("status").GetInt32());

    private async Task<JsonElement> LogOf(string request, params int[] statuses) => Assert.Single(await LogOf(1, request, statuses));

    /// <param name="statuses">Of the first upstream, the last for good; 0 for a stream that begins with an error.</param>
    private async Task<JsonElement[]> LogOf(int requests, string request, params int[] statuses)
    {
        var asked = 0;
        _first = await TestUpstream.Start(context => Answer(context, statuses[Math.Min(asked++, statuses.Length - 1)]));
        _second = await TestUpstream.Start(context =>
            TestUpstream.Answer(context, context.Request.Path == "/v1/messages" ? Anthropics : Samples.Answer));
        var environment = new Dictionary<string, string>
        {
            ["OPENAI_BASE_URL"] = $"{_first.BaseUrl}",
            ["OPENAI_API_KEY"] = "first",
            ["PROXY_PROVIDERS"] = "work",
            ["PROXY_WORK_BASE_URL"] = $"{_second.BaseUrl}",
            ["PROXY_WORK_API_KEY"] = "second",
            ["PROXY_RETRY_TIME"] = "600",
            ["ANTHROPIC_DEFAULT_OPUS_MODEL"] = "one, work/two",
        };
        foreach (var (name, value) in _settings)
            environment[name] = value;
        var options = Configured.Options([.. environment.Select(pair => (pair.Key, pair.Value))]);
        var proxy = await RunningProxy.Start(
            options with { Listen = new ListenAddress(IPAddress.Loopback, 0) }, Verbosity.Quiet, format: LogFormat.Json);
        for (var at = 0; at < requests; at++)
        {
            using var answer = await proxy.Post("/v1/messages", request);
            await answer.Content.ReadAsStringAsync();
        }

        await proxy.DisposeAsync();
        var lines = proxy.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        return [.. lines.Where(line => line.TryGetProperty("request", out _))];
    }

    private static async Task Answer(HttpContext context, int status)
    {
        var isAnthropic = context.Request.Path == "/v1/messages";
        if (status == 0)
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {\"error\":{\"message\":\"overloaded\",\"type\":\"overloaded_error\"}}\n\n");
            return;
        }

        if (status >= 500)
            context.Response.Headers["retry-after-ms"] = "1";
        // Unlike every other status this one is corrected.
        var body = isAnthropic ? AnthropicError : status switch { 200 => Samples.Answer, 400 => NoSuchOption, _ => Busy };
        await TestUpstream.Answer(context, body, status);
    }
}
