using System.Text.Json;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;
using static Proxy.Tests.Server.UpstreamEvents;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>An upstream that speaks the Responses API, behind the real server.</summary>
public sealed class ResponsesUpstreamTests
{
    private const string Created = "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"status\":\"in_progress\"}}\n\n";
    private const string FirstWords =
        "event: response.output_text.delta\ndata: "
        + "{\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"output_index\":0,\"delta\":\"Hel\"}\n\n";
    private const string Completed =
        "event: response.completed\ndata: "
        + "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":[],\"usage\":{\"input_tokens\":12,\"output_tokens\":3}}}\n\n";

    [Fact]
    public async Task Words_reach_the_client_before_the_upstream_sends_more_and_the_end_is_not_waited_for()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Created + FirstWords);
            await clientHasRead.Task;
            await Send(context, Completed);
            // Some servers keep the connection of a stream that they have ended.
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var proxy = await Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        var first = await events.Next("content_block_delta");
        clientHasRead.SetResult();

        Assert.Equal("Hel", first.Data.GetProperty("delta").GetProperty("text").GetString());
        Assert.Equal("message_stop", (await events.RestOfNames())[^1]);
        Assert.Equal("/v1/responses", upstream.Received.Single().Path);
    }

    [Fact]
    public async Task A_whole_answer_is_a_message()
    {
        await using var upstream = await TestUpstream.Answering(
            """{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Hello."}]}]}""");
        await using var proxy = await Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);
        var message = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("Hello.", message.GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("data: {\"type\":\"error\",\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}\n\n", 429)]
    [InlineData(
        "data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"too long\"}}}\n\n", 400)]
    [InlineData(
        "data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"invalid_prompt\",\"message\":\"flagged\"}}}\n\n", 400)]
    [InlineData("", 502)]
    public async Task A_failure_after_the_response_was_only_announced_is_an_error_by_status(string events, int status)
    {
        await using var upstream = await TestUpstream.Streaming(Created + events);
        await using var proxy = await Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Thoughts_whose_seal_is_refused_are_left_out_and_the_model_is_asked_again()
    {
        const string Seal =
            """{"error":{"message":"The encrypted content gAAA could not be verified.","type":"invalid_request_error","param":null,"code":"invalid_encrypted_content"}}""";
        const string Whole = """{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Hello."}]}]}""";
        TestUpstream upstream = null!;
        upstream = await TestUpstream.Start(context =>
        {
            var isRefused = upstream.Received[^1].Body.Contains("\"type\":\"reasoning\"", StringComparison.Ordinal);
            return TestUpstream.Answer(context, isRefused ? Seal : Whole, isRefused ? 400 : 200);
        });
        await using var running = upstream;
        await using var proxy = await Before(upstream);
        var thoughts = """{"type":"thinking","thinking":"hm","signature":"claude-code-proxy:reasoning:big:rs_1:gAAA=="}""";
        var request =
            $$"""{"model":"claude-opus-4-8","max_tokens":100,"messages":[{"role":"user","content":"a"},{"role":"assistant","content":[{{thoughts}},{"type":"text","text":"b"}]},{"role":"user","content":"c"}]}""";

        using var first = await proxy.Post("/v1/messages", request);
        using var second = await proxy.Post("/v1/messages", request);

        Assert.Equal((200, 200), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal([true, false, true, false], upstream.Received.Select(received => received.Body.Contains("reasoning", StringComparison.Ordinal)));
        Assert.Contains("""[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
            upstream.Received[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_inside_an_answer_names_the_variables_of_its_upstream()
    {
        await using var upstream = await TestUpstream.Answering("""{"status":"failed","error":{"code":"invalid_api_key","message":"no"}}""");
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        await using var proxy = await RunningProxy.Start(
            options with { Upstream = options.Upstream with { Api = Api.Responses, Variables = UpstreamVariables.Named("work") } });

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Contains("PROXY_WORK_API_KEY", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<RunningProxy> Before(TestUpstream upstream)
    {
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        return RunningProxy.Start(options with { Upstream = options.Upstream with { Api = Api.Responses } });
    }
}
