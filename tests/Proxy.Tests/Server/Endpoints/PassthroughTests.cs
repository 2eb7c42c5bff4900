using System.Net;
using System.Text;
using ClaudeCodeProxy.Configuration.Sources;
using Microsoft.AspNetCore.Http;
using Proxy.Tests.Translation;

namespace Proxy.Tests.Server.Endpoints;

public sealed partial class PassthroughTests
{
    private const string Start = "event: message_start\ndata: {\"type\":\"message_start\"}\n\n";
    private const string End = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    private const string Odd =
        "{ \"model\":\"claude-opus-4-8\" ,\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"\\u00e9\"}], \"safeguards\":{}, "
        + "\"newest\":[1.0e3] }";

    private readonly string _clientKey = $"client-{Guid.NewGuid():N}";

    public static IEnumerable<object[]> Recorded =>
        from server in (string[])["llama-server", "ollama"]
        from recording in Recording.Of(server)
        where recording.Path == Recording.OwnPath && recording.IsAnswer
        select (object[])[server, recording.Case, recording.Stream];

    /// <summary>Anthropic's own API judges the calls of its models.</summary>
    [Fact]
    public async Task The_check_of_calls_is_left_to_anthropic_with_its_beta()
    {
        const string verdict = """{"type":"message","safeguard_results":[{"type":"dangerous_tool_use","status":{"type":"available","tool_uses":{}}}]}""";
        await using var upstream = await TestUpstream.Answering(verdict);
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages?beta=true", CheckedProxy.Request, ("anthropic-beta", "dangerous-tool-use-2026-09-03"));

        var received = Assert.Single(upstream.Received);
        Assert.Equal((CheckedProxy.Request, "dangerous-tool-use-2026-09-03"), (received.Body, received.Headers["anthropic-beta"]));
        Assert.Equal(verdict, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_request_goes_up_byte_for_byte_with_the_proxys_key_and_the_clients_wishes()
    {
        await using var upstream = await TestUpstream.Answering("{}");
        await using var proxy = await RunningProxy.PassingThroughTo(upstream, options => options with { ClientKey = new Secret(_clientKey) });

        using var answer = await proxy.Post("/v1/messages?beta=true", Odd, ("authorization", "Bearer " + _clientKey), ("anthropic-beta", "a,b"),
            ("anthropic-version", "2024-01-01"), ("cookie", "c=1"), ("x-stainless-lang", "js"), ("accept-encoding", "gzip, br"));

        var received = Assert.Single(upstream.Received);
        Assert.Equal(("/v1/messages", "?beta=true", Odd), (received.Path, received.Query, received.Body));
        Assert.Equal("the-upstreams", received.Headers["x-api-key"]);
        Assert.Equal("a,b", received.Headers["anthropic-beta"]);
        Assert.Equal("2024-01-01", received.Headers["anthropic-version"]);
        Assert.Equal("js", received.Headers["x-stainless-lang"]);
        Assert.Equal("identity", received.Headers["accept-encoding"]);
        Assert.Equal("application/json", received.Headers["content-type"]);
        Assert.DoesNotContain("cookie", received.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(received.Headers.Values, value => value.Contains(_clientKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_names_no_version_gets_the_usual_one()
    {
        await using var upstream = await TestUpstream.Answering("{}");
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages", Odd);

        Assert.Equal("2023-06-01", Assert.Single(upstream.Received).Headers["anthropic-version"]);
    }

    [Fact]
    public async Task Tokens_are_counted_by_the_upstream()
    {
        await using var upstream = await TestUpstream.Answering("""{"input_tokens":4711}""");
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages/count_tokens?beta=true", Odd);

        Assert.Equal("""{"input_tokens":4711}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(("/v1/messages/count_tokens", "?beta=true", Odd),
            (upstream.Received[0].Path, upstream.Received[0].Query, upstream.Received[0].Body));
    }

    [Theory]
    [InlineData(200, """{"type":"message" , "newest":1}""")]
    [InlineData(400,
        """{"type":"error","error":{"type":"invalid_request_error","message":"messages.1: thinking signature"},"request_id":"req_upstream"}""")]
    [InlineData(429, """{"type":"error","error":{"type":"rate_limit_error","message":"slow"},"request_id":"req_upstream"}""")]
    [InlineData(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""")]
    public async Task Status_body_and_useful_headers_come_back_unchanged(int status, string body)
    {
        await using var upstream = await TestUpstream.Start(context =>
        {
            context.Response.Headers["request-id"] = "req_upstream";
            context.Response.Headers["retry-after"] = "7";
            context.Response.Headers["x-should-retry"] = "false";
            context.Response.Headers["anthropic-ratelimit-requests-remaining"] = "12";
            context.Response.Headers["set-cookie"] = "c=1";
            context.Response.Headers["x-internal-host"] = "db7";
            return TestUpstream.Answer(context, body, status);
        });
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages", Odd);

        Assert.Equal((status, body), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(["req_upstream"], answer.Headers.GetValues("request-id"));
        Assert.Equal(["7"], answer.Headers.GetValues("retry-after"));
        Assert.Equal(["false"], answer.Headers.GetValues("x-should-retry"));
        Assert.Equal(["12"], answer.Headers.GetValues("anthropic-ratelimit-requests-remaining"));
        Assert.False(answer.Headers.Contains("set-cookie") || answer.Headers.Contains("x-internal-host"));
    }

    [Theory]
    [InlineData(401, """{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key SECRET"}}""", "application/json",
        "authentication_error")]
    [InlineData(503, "<html>SECRET</html>", "text/html", "overloaded_error")]
    [InlineData(302, "", "text/html", "api_error")]
    public async Task What_would_mislead_a_client_is_said_anew(int status, string body, string contentType, string type)
    {
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body);
        });
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages", Odd);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(type, System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("error").GetProperty("type").GetString());
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        if (status == 401)
            Assert.Contains("the proxy's own key", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task The_answers_of_real_servers_come_through_byte_for_byte(string server, string name, bool stream)
    {
        var recording = Recording.Of(server)
            .Single(recording => (recording.Path, recording.Case, recording.Stream) == ("/v1/messages", name, stream));
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = recording.Body.StartsWith("event:", StringComparison.Ordinal)
                ? "text/event-stream" : "application/json; charset=utf-8";
            foreach (var part in Encoding.UTF8.GetBytes(recording.Body).Chunk(100))
            {
                await context.Response.Body.WriteAsync(part);
                await context.Response.Body.FlushAsync();
            }
        });
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages", Odd);

        Assert.Equal(recording.Body, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_upstream_that_is_not_there_is_a_bad_gateway()
    {
        var upstream = await TestUpstream.Answering("{}");
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);
        await upstream.DisposeAsync();

        using var answer = await proxy.Post("/v1/messages", Odd);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
    }

    [Fact]
    public async Task A_body_that_names_no_model_goes_nowhere()
    {
        await using var upstream = await TestUpstream.Answering("{}");
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages", "{");

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadRequest));
        Assert.Empty(upstream.Received);
    }

    [Fact]
    public async Task Its_log_line_names_the_upstreams_id_of_the_request()
    {
        await using var upstream = await TestUpstream.Start(context =>
        {
            context.Response.Headers["request-id"] = "req_upstream";
            return TestUpstream.Answer(context, "{}");
        });
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using (await proxy.Post("/v1/messages", Odd))
        {
        }

        Assert.Matches(@"\[REQ\] 127\.0\.0\.1:\d+ model=claude-opus-4-8 passed through status=200 id=req_upstream seconds=\d+\.\d", proxy.Log);
    }
}
