using System.Text.Json;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Exchanges;

namespace Proxy.Tests.Server.Exchanges;

/// <summary>One line of JSON a request, whatever became of it.</summary>
public sealed class JsonLogTests
{
    [Theory]
    [InlineData(Samples.Request, false)]
    [InlineData(Samples.StreamedRequest, true)]
    public async Task A_request_that_is_served_is_one_line_that_says_all_of_it(string request, bool isStream)
    {
        await using var upstream = isStream
            ? await TestUpstream.Streaming(Samples.FirstChunk, Samples.SecondChunk, Samples.LastChunks)
            : await TestUpstream.Answering(Samples.Answer);
        var line = Assert.Single(await LogOf(upstream, proxy => Ask(proxy, "/v1/messages", request, ("x-claude-code-session-id", "s-1"))));

        Assert.Equal("info", line.GetProperty("level").GetString());
        Assert.StartsWith("req_", line.GetProperty("request").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ("s-1", "POST", "/v1/messages", 200, upstream.BaseUrl.Authority, "claude-opus-4-8", "big", isStream, 1),
            (line.GetProperty("session").GetString(), line.GetProperty("method").GetString(), line.GetProperty("path").GetString(),
                line.GetProperty("status").GetInt32(), line.GetProperty("upstream").GetString(), line.GetProperty("client_model").GetString(),
                line.GetProperty("upstream_model").GetString(), line.GetProperty("stream").GetBoolean(), line.GetProperty("attempts").GetInt32()));
        Assert.True(line.GetProperty("input_tokens").GetInt32() > 0);
        Assert.True(line.GetProperty("output_tokens").GetInt32() > 0);
        Assert.True(line.GetProperty("duration_ms").GetDouble() > 0);
        Assert.True(line.GetProperty("translation_us").GetInt64() > 0);
        Assert.True(line.GetProperty("tokens_per_second").GetDouble() > 0);
        Assert.Equal(isStream, line.TryGetProperty("first_chunk_ms", out _));
        Assert.False(line.TryGetProperty("error", out _));
        Assert.True(DateTimeOffset.TryParse(line.GetProperty("time").GetString(), out _));
    }

    [Theory]
    [InlineData("/v1/messages", "no JSON", 400, "invalid_request_error")]
    [InlineData("/nowhere", "{}", 404, "not_found_error")]
    public async Task A_request_that_is_refused_is_one_line_with_the_error(string path, string request, int status, string error)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        var line = Assert.Single(await LogOf(upstream, proxy => Ask(proxy, path, request)));

        Assert.Equal((path, status, error),
            (line.GetProperty("path").GetString(), line.GetProperty("status").GetInt32(), line.GetProperty("error").GetString()));
        Assert.False(line.TryGetProperty("output_tokens", out _));
    }

    [Fact]
    public async Task A_stream_that_breaks_is_told_although_its_status_was_200()
    {
        await using var upstream = await TestUpstream.Streaming(Samples.FirstChunk, "data: garbage\n\n");
        var line = Assert.Single(await LogOf(upstream, proxy => Ask(proxy, "/v1/messages", Samples.StreamedRequest)));

        Assert.Equal((200, "api_error"), (line.GetProperty("status").GetInt32(), line.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task What_clients_choose_is_cut_and_forges_nothing()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        var line = Assert.Single(await LogOf(upstream, proxy => Ask(proxy, "/" + new string('x', 5000), "{}", ("x-claude-code-session-id", "a\"b"))));

        Assert.Equal(100, line.GetProperty("path").GetString()!.Length);
        Assert.Equal("a\"b", line.GetProperty("session").GetString());
    }

    [Fact]
    public async Task Probes_are_told_of_only_when_they_fail()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);

        Assert.Empty(await LogOf(upstream, async proxy => (await proxy.Client.GetAsync("/health")).Dispose()));
    }

    private static async Task Ask(RunningProxy proxy, string path, string body, params (string, string)[] headers)
    {
        using var answer = await proxy.Post(path, body, headers);
        await answer.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement[]> LogOf(TestUpstream upstream, Func<RunningProxy, Task> act)
    {
        var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl), Verbosity.Quiet, format: LogFormat.Json);
        await act(proxy);
        await proxy.DisposeAsync();
        var lines = proxy.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        return [.. lines.Where(line => line.TryGetProperty("request", out _))];
    }
}
