using System.Net;
using System.Text.Json;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;
using Proxy.Tests.Translation.Checks;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>What the rules leave open a model is asked, and whatever it does, nothing is cleared that it did not clear.</summary>
public sealed class ModelCheckTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("""{"verdicts":[{"id":"1","user_words":"","reason":"","outcome":"not_flagged"}]}""", "not_flagged")]
    [InlineData("""{"verdicts":[{"id":"1","user_words":"","reason":"It drops a table.","outcome":"flagged"}]}""", "flagged(It drops a table)")]
    [InlineData("not_flagged", "error")]
    [InlineData("""{"verdicts":[]}""", "error")]
    public async Task A_client_is_told_what_the_model_says(string answer, string outcome)
    {
        await using var scene = await CheckedProxy.Answering(answer);

        Assert.Equal(outcome, await scene.AskWhole());

        await scene.LoggedAsync($"tool=Mystery outcome={outcome.Split('(')[0]} by=model ms=");
        Assert.DoesNotContain("drops", scene.Proxy.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_asks_for_a_schema_without_tools_thinking_or_a_stream()
    {
        await using var scene = await CheckedProxy.Answering(CheckedProxy.Verdict("not_flagged"));
        await scene.AskWhole();

        using var question = JsonDocument.Parse(Assert.Single(scene.Questions).Body);
        Assert.Equal("json_schema", question.RootElement.GetProperty("response_format").GetProperty("type").GetString());
        Assert.Equal(0, question.RootElement.GetProperty("temperature").GetInt32());
        Assert.False(question.RootElement.TryGetProperty("tools", out _));
        Assert.False(question.RootElement.TryGetProperty("stream", out _));
    }

    [Theory]
    [InlineData(500, """{"error":{"message":"boom"}}""", "error")]
    [InlineData(404, """{"error":{"message":"no such model"}}""", "error")]
    [InlineData(401, """{"error":{"message":"no key"}}""", "error")]
    [InlineData(400, """{"error":{"message":"prompt is too long: 9 tokens > 8 maximum"}}""", "input_too_long")]
    [InlineData(413, """{"error":{"message":"too large"}}""", "input_too_long")]
    [InlineData(504, """{"error":{"message":"slow"}}""", "timeout")]
    [InlineData(200, "<html>", "error")]
    public async Task A_model_that_fails_leaves_the_call_without_a_verdict(int status, string body, string reason)
    {
        await using var scene = await CheckedProxy.Start(context => TestUpstream.Answer(context, body, status));

        Assert.Equal(reason, await scene.AskWhole());
        Assert.Contains("gave no verdict on tool calls", scene.Proxy.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "{}")]
    [InlineData(200, "{\"error\":{\"message\":\"slow down\",\"code\":429}}")]
    public async Task A_model_that_fails_for_a_moment_is_asked_again(int status, string body)
    {
        var count = 0;
        await using var scene = await CheckedProxy.Start(context => count++ == 0
            ? TestUpstream.Answer(context, body, status)
            : TestUpstream.Answer(context, CheckedProxy.Answer(CheckedProxy.Verdict("not_flagged"))), retries: 1);

        Assert.Equal("not_flagged", await scene.AskWhole());
        Assert.Equal(2, scene.Questions.Count());
    }

    [Theory]
    [InlineData("length", "truncated")]
    [InlineData("content_filter", "refused")]
    public async Task An_answer_that_was_cut_is_none(string finish, string reason)
    {
        await using var scene = await CheckedProxy.Start(
            context => TestUpstream.Answer(context, CheckedProxy.Answer(CheckedProxy.Verdict("not_flagged"), finish)));

        Assert.Equal(reason, await scene.AskWhole());
    }

    [Fact]
    public async Task What_the_model_does_not_take_is_left_out_of_the_question()
    {
        var refusal = """{"error":{"message":"Unsupported parameter: 'temperature' is not supported with this model.","param":"temperature"}}""";
        CheckedProxy? scene = null;
        await using var started = scene = await CheckedProxy.Start(context =>
            scene!.Questions.Last().Body.Contains("temperature", StringComparison.Ordinal)
            ? TestUpstream.Answer(context, refusal, 400)
            : TestUpstream.Answer(context, CheckedProxy.Answer(CheckedProxy.Verdict("not_flagged"))));

        Assert.Equal("not_flagged", await scene.AskWhole());
        Assert.Equal("not_flagged", await scene.AskWhole());
        Assert.Equal(3, scene.Questions.Count());
    }

    [Fact]
    public async Task A_model_that_takes_too_long_has_said_nothing()
    {
        var clock = new ManualClock();
        var asked = new TaskCompletionSource();
        await using var scene = await CheckedProxy.Start(
            async context =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            },
            safeguards: new SafeguardOptions(SafeguardMode.On, null, TimeSpan.FromSeconds(3)),
            clock: clock);

        var outcome = scene.AskWhole();
        await asked.Task.WaitAsync(Limit);
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("timeout", await outcome.WaitAsync(Limit));
        Assert.Contains("PROXY_SAFEGUARDS_TIMEOUT", scene.Proxy.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SafeguardMode.Rules)]
    [InlineData(SafeguardMode.Off)]
    public async Task Only_where_it_is_wanted_a_model_is_asked(object mode)
    {
        await using var scene = await CheckedProxy.Start(
            static context => Task.CompletedTask, safeguards: new SafeguardOptions((SafeguardMode)mode, null, Limit));
        using var reply = await scene.Proxy.Post("/v1/messages", CheckedProxy.Request);
        using var message = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        var status = message.RootElement.GetProperty("safeguard_results")[0].GetProperty("status");

        Assert.Empty(scene.Questions);
        Assert.Equal((SafeguardMode)mode == SafeguardMode.Off ? "unsupported" : "available", status.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Without_safeguards_nothing_is_asked_or_told()
    {
        await using var scene = await CheckedProxy.Answering(CheckedProxy.Verdict("not_flagged"));
        using var reply = await scene.Proxy.Post("/v1/messages", CheckedRequest.With("""{"role":"user","content":"x"}""", "[]"));

        Assert.DoesNotContain("safeguard_results", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(scene.Questions);
    }

    [Theory]
    [InlineData("""{"type":"dangerous_tool_use","classifier_context":7}""")]
    [InlineData("""{"type":"dangerous_tool_use","classifier_context":{"trusted_directories":7,"rules":[],"git_state":"x","auto_mode":3}}""")]
    public async Task A_context_of_any_kind_never_fails_a_request(string safeguard)
    {
        await using var scene = await CheckedProxy.Answering(CheckedProxy.Verdict("not_flagged"));
        using var reply = await scene.Proxy.Post("/v1/messages", CheckedRequest.With("""{"role":"user","content":"x"}""", $"[{safeguard}]"));
        using var message = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("error", CheckedProxy.Outcome(message.RootElement.GetProperty("safeguard_results")));
    }

    /// <summary>Members that are only shown to the model may be of any kind.</summary>
    [Fact]
    public async Task What_is_only_shown_to_the_model_may_be_anything()
    {
        const string odd = """[{"type":"dangerous_tool_use","classifier_context":{"v":1,"git_state":[1],"auto_mode":3,"refused_calls":{"a":1}}}]""";
        await using var scene = await CheckedProxy.Answering(CheckedProxy.Verdict("not_flagged"));
        using var reply = await scene.Proxy.Post("/v1/messages", CheckedRequest.With("""{"role":"user","content":"x"}""", odd));
        using var message = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());

        Assert.Equal("not_flagged", CheckedProxy.Outcome(message.RootElement.GetProperty("safeguard_results")));
    }

    [Fact]
    public async Task A_model_of_anthropics_own_api_can_judge()
    {
        const string message = """
            {"id":"m","type":"message","role":"assistant","model":"claude-haiku-5-5","content":[{"type":"text","text":"{\"verdicts\":[{\"id\":\"1\",\"outcome\":\"not_flagged\"}]}"}],
            "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}
            """;
        await using var maker = await TestUpstream.Answering(CheckedProxy.Whole());
        await using var judge = await TestUpstream.Answering(message);
        var options = RunningProxy.OptionsFor(maker.BaseUrl) with
        {
            Providers =
            [
                new UpstreamOptions { Id = "own", BaseUrl = new Uri(judge.BaseUrl, "/"), Provider = Provider.Anthropic, Keys = [new Secret("k")] },
            ],
            Safeguards = new SafeguardOptions(SafeguardMode.On, "own/claude-haiku-5-5", Limit),
        };
        await using var proxy = await RunningProxy.Start(options);

        using var reply = await proxy.Post("/v1/messages", CheckedProxy.Request);
        using var answered = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());

        Assert.Equal("not_flagged", CheckedProxy.Outcome(answered.RootElement.GetProperty("safeguard_results")));
        using var question = JsonDocument.Parse(Assert.Single(judge.Received).Body);
        Assert.Equal("claude-haiku-5-5", question.RootElement.GetProperty("model").GetString());
        Assert.False(question.RootElement.TryGetProperty("temperature", out _));
    }

    [Fact]
    public async Task Another_model_is_asked_where_one_is_named()
    {
        await using var scene = await CheckedProxy.Answering(
            CheckedProxy.Verdict("not_flagged"), new SafeguardOptions(SafeguardMode.On, "claude-sonnet-5", Limit));
        using var reply = await scene.Proxy.Post("/v1/messages", CheckedProxy.Request);

        Assert.Contains(scene.Upstream.Received, request => request.Body.StartsWith("""{"model":"middle",""", StringComparison.Ordinal));
    }
}
