using Microsoft.AspNetCore.Http;
using static Acceptance.Tests.Sdk.UpstreamAnswers;

namespace Acceptance.Tests.Sdk;

/// <summary>What an official client makes of failures; each client has a class of its own.</summary>
public abstract class SdkErrorTests(SdkFixture fixture)
{
    private const string Hello = """{"model":"gpt-4.1","max_tokens":1000,"messages":[{"role":"user","content":"Hello."}]}""";

    [SkippableTheory]
    [InlineData(400, "Unsupported value: 'x'", null, 400, "invalid_request_error", "Unsupported value")]
    [InlineData(
        400,
        "This model's maximum context length is 128000 tokens. However, your messages resulted in 130512 tokens.",
        "context_length_exceeded",
        400,
        "invalid_request_error",
        "prompt is too long: 130512 tokens > 128000 maximum")]
    [InlineData(404, "The model does not exist", "model_not_found", 404, "not_found_error", "model")]
    [InlineData(429, "Rate limit reached", "rate_limit_exceeded", 429, "rate_limit_error", "")]
    [InlineData(500, "The server had an error", null, 500, "api_error", "")]
    [InlineData(503, "The engine is overloaded", null, 529, "overloaded_error", "")]
    public async Task An_upstreams_error_has_its_status_and_type(
        int status, string said, string? code, int expectedStatus, string type, string message)
    {
        var sdk = await Sdk();
        fixture.Upstream.Script.Enqueue(context => OpenAIUpstream.Refuse(context, status, said, code: code));

        foreach (var stream in new[] { false, true })
        {
            var error = await Assert.ThrowsAsync<SdkException>(() => stream
                ? sdk.Stream(Hello, fixture.Options)
                : sdk.Create(Hello, fixture.Options));
            Assert.Equal((expectedStatus, type), (error.Status, error.Type));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task A_wrong_key_is_an_authentication_error()
    {
        var sdk = await Sdk();
        var error = await Assert.ThrowsAsync<SdkException>(() => sdk.Create(Hello, fixture.Options with { Key = "another" }));
        Assert.Equal((401, "authentication_error"), (error.Status, error.Type));
        Assert.Empty(fixture.Upstream.Received);
    }

    [SkippableFact]
    public async Task A_request_over_the_limit_is_told_so()
    {
        var sdk = await Sdk();
        var error = await Assert.ThrowsAsync<SdkException>(() => sdk.Create(
            Hello.Replace("Hello.", new string('x', 33 << 20), StringComparison.Ordinal), fixture.Options));
        Assert.Equal((413, "request_too_large"), (error.Status, error.Type));
    }

    [SkippableFact]
    public async Task A_client_that_retries_waits_as_long_as_the_upstream_wishes()
    {
        var sdk = await Sdk();
        fixture.Upstream.Script.Enqueue(context =>
        {
            context.Response.Headers.RetryAfter = "3";
            return OpenAIUpstream.Refuse(context, 429, "slow down", "requests", "rate_limit_exceeded");
        });
        fixture.Upstream.Script.Enqueue(Whole("""{"role":"assistant","content":"Now."}""", "stop"));

        var message = await sdk.Create(Hello, fixture.Options with { Retries = 1 });

        Assert.Equal("Now.", message["content"]![0]!["text"]!.GetValue<string>());
        var asked = fixture.Upstream.Received.Select(request => request.At).ToList();
        // Both clients' own first pause is about a second at most.
        Assert.InRange(asked[1] - asked[0], TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(20));
    }

    [SkippableFact]
    public async Task A_stream_that_breaks_off_throws()
    {
        var sdk = await Sdk();
        fixture.Upstream.Script.Enqueue(context => Break(context, """{"content":"Hel"}"""));
        var error = await Assert.ThrowsAsync<SdkException>(() => sdk.Stream(Hello, fixture.Options));
        Assert.Contains("api_error", $"{error.Type} {error.Message}", StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_stream_that_breaks_off_inside_a_call_throws()
    {
        var sdk = await Sdk();
        fixture.Upstream.Script.Enqueue(context => Break(context, [.. Calls(("a", "Bash", ["{\"command\": \"rm -rf /tmp"]))]));
        await Assert.ThrowsAsync<SdkException>(() => sdk.Stream(Hello, fixture.Options));
    }

    [SkippableFact]
    public async Task An_error_that_the_upstream_sends_amid_a_stream_throws()
    {
        var sdk = await Sdk();
        fixture.Upstream.Script.Enqueue(async context =>
        {
            await Send(context, Delta("""{"content":"Hel"}"""));
            await Send(context, """{"error":{"message":"overloaded","type":"server_error","code":503}}""");
        });
        var error = await Assert.ThrowsAsync<SdkException>(() => sdk.Stream(Hello, fixture.Options));
        Assert.Contains("overloaded_error", $"{error.Type} {error.Message}", StringComparison.Ordinal);
    }

    private protected abstract Task<ISdk> Client(SdkFixture fixture);

    private async Task<ISdk> Sdk()
    {
        await fixture.RequireAsync();
        return await Client(fixture);
    }

    private static async Task Break(HttpContext context, params string[] deltas)
    {
        foreach (var delta in deltas)
            await Send(context, Delta(delta));
        context.Abort();
    }
}
