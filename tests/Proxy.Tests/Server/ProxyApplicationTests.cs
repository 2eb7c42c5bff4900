using System.Net;
using System.Text.Json;

namespace Proxy.Tests.Server;

public sealed class ProxyApplicationTests : IAsyncLifetime
{
    private TestUpstream _upstream = null!;
    private RunningProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _upstream = await TestUpstream.Answering(Samples.Answer);
        _proxy = await RunningProxy.Before(_upstream);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Health_tells_status_and_version()
    {
        var health = JsonDocument.Parse(await _proxy.Client.GetStringAsync("/health")).RootElement;

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", health.GetProperty("version").GetString());
    }

    [Fact]
    public async Task The_root_tells_nothing_of_the_configuration()
    {
        var root = await _proxy.Client.GetStringAsync("/");

        Assert.Equal("running", JsonDocument.Parse(root).RootElement.GetProperty("status").GetString());
        Assert.DoesNotContain(_upstream.BaseUrl.Authority, root, StringComparison.Ordinal);
        Assert.DoesNotContain("middle", root, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/api/hello")]
    public async Task A_probe_by_HEAD_is_answered_without_a_body(string path)
    {
        using var answer = await _proxy.Send(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Telemetry_ends_here()
    {
        using var answer = await _proxy.Post("/api/event_logging/batch", """{"events":[]}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(_upstream.Received);
    }

    [Fact]
    public async Task Models_are_listed_in_Anthropics_shape()
    {
        var models = JsonDocument.Parse(await _proxy.Client.GetStringAsync("/v1/models?limit=1000")).RootElement;

        Assert.False(models.GetProperty("has_more").GetBoolean());
        Assert.All(models.GetProperty("data").EnumerateArray(),
            model => Assert.StartsWith("claude-", model.GetProperty("id").GetString(), StringComparison.Ordinal));
        Assert.Equal("big", models.GetProperty("data")[0].GetProperty("display_name").GetString());
    }

    [Fact]
    public async Task Tokens_are_counted_without_the_upstream()
    {
        using var answer =
            await _proxy.Post("/v1/messages/count_tokens", """{"model":"m","messages":[{"role":"user","content":"Four words, more tokens."}]}""");

        Assert.True(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("input_tokens").GetInt32() > 0);
        Assert.Empty(_upstream.Received);
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/v1/messages/")]
    [InlineData("POST", "/v1/chat/completions")]
    public async Task An_unknown_path_is_an_error_in_the_envelope(string method, string path)
    {
        using var answer = await _proxy.Send(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal("not_found_error", await AnthropicError.TypeOf(answer, HttpStatusCode.NotFound));
    }

    [Theory]
    [InlineData("GET", "/v1/messages", "POST")]
    [InlineData("DELETE", "/health", "GET")]
    [InlineData("OPTIONS", "/v1/messages", "POST")]
    public async Task A_wrong_method_is_an_error_that_names_the_right_one(string method, string path, string allowed)
    {
        using var answer = await _proxy.Send(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.MethodNotAllowed));
        Assert.Equal(allowed, Assert.Single(answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_of_its_own()
    {
        var ids = new HashSet<string>();
        foreach (var path in new[] { "/", "/health", "/nothing", "/v1/models", "/v1/messages" })
        {
            using var answer = await _proxy.Send(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.True(ids.Add(answer.Headers.GetValues("request-id").Single()));
        }
    }

    [Fact]
    public async Task No_answer_invites_other_origins_or_names_its_server()
    {
        using var answer = await _proxy.Client.GetAsync("/health");

        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(answer.Headers.Server);
    }
}
