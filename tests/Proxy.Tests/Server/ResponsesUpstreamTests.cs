using System.Text.Json;
using ClaudeCodeProxy.Translation;
using static Proxy.Tests.Server.UpstreamEvents;

namespace Proxy.Tests.Server;

/// <summary>An upstream that speaks the Responses API, behind the real server.</summary>
public sealed class ResponsesUpstreamTests
{
    private const string Created = "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"status\":\"in_progress\"}}\n\n";
    private const string FirstWords = "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"output_index\":0,\"delta\":\"Hel\"}\n\n";
    private const string Completed = "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":[],\"usage\":{\"input_tokens\":12,\"output_tokens\":3}}}\n\n";

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
        await using var upstream = await TestUpstream.Answering("""{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Hello."}]}]}""");
        await using var proxy = await Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);
        var message = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("Hello.", message.GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("data: {\"type\":\"error\",\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}\n\n", 429)]
    [InlineData("data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"too long\"}}}\n\n", 400)]
    [InlineData("", 502)]
    public async Task A_failure_after_the_response_was_only_announced_is_an_error_by_status(string events, int status)
    {
        await using var upstream = await TestUpstream.Streaming(Created + events);
        await using var proxy = await Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static Task<RunningProxy> Before(TestUpstream upstream)
    {
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        return RunningProxy.Start(options with { Upstream = options.Upstream with { Api = Api.Responses } });
    }
}
