using System.Net;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Endpoints;
using ClaudeCodeProxy.Translation.Refusals;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>Two traps of local servers: they respond as if nothing were wrong, or refuse what a client sends every time.</summary>
public sealed class ModelObservationsTests
{
    private const string Refusal =
        """{"error":{"message":"think value \"low\" is not supported for this model","type":"api_error","param":null,"code":null}}""";
    private const string CutAnswer =
        """{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi."},"finish_reason":"stop"}],"usage":{"prompt_tokens":4096,"completion_tokens":3}}""";

    private static readonly string Thinking = Samples.Request.Replace("\"max_tokens\"",
        "\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"low\"},\"max_tokens\"", StringComparison.Ordinal);
    private static readonly string Long =
        Samples.Request.Replace("Say hello.", string.Concat(Enumerable.Repeat("many words ", 10_000)), StringComparison.Ordinal);

    [Fact]
    public async Task A_model_that_refuses_to_be_told_to_think_is_asked_once_more_without_and_then_always_so()
    {
        await using var upstream = await Refusing();
        await using var proxy = await RunningProxy.Before(upstream);

        using var first = await proxy.Post("/v1/messages", Thinking);
        using var second = await proxy.Post("/v1/messages", Thinking);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal([true, false, false],
            upstream.Received.Select(received => received.Body.Contains("reasoning_effort", StringComparison.Ordinal)));
        Assert.Equal(upstream.Received[1].Body, upstream.Received[2].Body);
    }

    [Fact]
    public async Task What_one_model_refuses_another_is_still_asked()
    {
        await using var upstream = await Refusing();
        await using var proxy = await RunningProxy.Before(upstream);

        using var first = await proxy.Post("/v1/messages", Thinking);
        using var second = await proxy.Post("/v1/messages", Thinking.Replace("opus", "haiku", StringComparison.Ordinal));

        Assert.Equal(4, upstream.Received.Count);
    }

    [Fact]
    public async Task A_refusal_of_what_was_not_asked_is_the_clients_error()
    {
        await using var upstream = await TestUpstream.Answering(Refusal, 400);
        upstream.Provider = nameof(Provider.Ollama);
        await using var proxy = await RunningProxy.Before(upstream);

        using var plain = await proxy.Post("/v1/messages", Samples.Request);
        using var asking = await proxy.Post("/v1/messages", Thinking);

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(plain, HttpStatusCode.BadRequest));
        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(asking, HttpStatusCode.BadRequest));
        Assert.Equal(3, upstream.Received.Count);
    }

    [Fact]
    public async Task A_prompt_that_was_cut_is_said_in_a_header_and_logged_once()
    {
        await using var upstream = await TestUpstream.Answering(CutAnswer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var first = await proxy.Post("/v1/messages", Long);
        using var second = await proxy.Post("/v1/messages", Long);
        using var small = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("prompt_truncated", Assert.Single(first.Headers.GetValues("x-proxy-degraded")));
        Assert.True(second.Headers.Contains("x-proxy-degraded"));
        Assert.False(small.Headers.Contains("x-proxy-degraded"));
        Assert.Single(proxy.Log.Split('\n'), line => line.Contains("[WRN] ", StringComparison.Ordinal)
            && line.Contains("model=big read 4096 tokens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_stream_it_is_said_with_the_next_one()
    {
        await using var upstream =
            await TestUpstream.Streaming(Samples.FirstChunk + Samples.LastChunks.Replace("12", "4096", StringComparison.Ordinal));
        await using var proxy = await RunningProxy.Before(upstream);
        var request = Long.Replace("\"max_tokens\"", "\"stream\":true,\"max_tokens\"", StringComparison.Ordinal);

        using var first = await proxy.Post("/v1/messages", request);
        await first.Content.ReadAsStringAsync();
        using var second = await proxy.Post("/v1/messages", request);

        Assert.False(first.Headers.Contains("x-proxy-degraded"));
        Assert.True(second.Headers.Contains("x-proxy-degraded"));
    }

    [Fact]
    public void A_larger_context_makes_the_warning_end()
    {
        var lessons = new ModelObservations();
        var route = new Route(Provider.Ollama, "m", "m");

        Assert.True(lessons.AddUsage(route, 20_000, Counted(4096)));
        Assert.False(lessons.AddUsage(route, 20_000, Counted(4096)));
        Assert.False(lessons.AddUsage(route, 2_000, Counted(1900)));
        Assert.True(lessons.IsCut(route, 20_000));
        Assert.False(lessons.IsCut(route, 4_000));
        Assert.False(lessons.AddUsage(route, 20_000, Counted(19_000)));
        Assert.False(lessons.IsCut(route, 20_000));
    }

    [Fact]
    public void However_many_models_clients_name_few_are_kept()
    {
        var lessons = new ModelObservations();
        var refusal = new Refusal("an effort", new ModelTraits { Refuses = RequestOption.Reasoning });
        Route Named(int number) => new(Provider.Ollama, "m", $"m{number}");

        for (var number = 0; number < 10_000; number++)
            lessons.Add(Named(number), refusal);

        Assert.InRange(Enumerable.Range(0, 10_000).Count(number => lessons.Apply(Named(number)).Refuses(RequestOption.Reasoning)), 1, 256);
    }

    private static Usage Counted(int tokens) => new(tokens, 0, 0, 1, 0);

    private static async Task<TestUpstream> Refusing()
    {
        TestUpstream upstream = null!;
        upstream = await TestUpstream.Start(context =>
        {
            var isRefused = upstream.Received[^1].Body.Contains("reasoning_effort", StringComparison.Ordinal);
            return TestUpstream.Answer(context, isRefused ? Refusal : Samples.Answer, isRefused ? 400 : 200);
        });
        upstream.Provider = nameof(Provider.Ollama);
        return upstream;
    }
}
