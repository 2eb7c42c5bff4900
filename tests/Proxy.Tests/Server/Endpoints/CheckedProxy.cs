using System.Text.Json;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Exchanges;
using Microsoft.AspNetCore.Http;
using Proxy.Tests.Translation.Checks;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>A proxy that is asked to check calls, and an upstream that plays both the model that makes them and the one that judges them.</summary>
internal sealed class CheckedProxy : IAsyncDisposable
{
    /// <summary>What the client calls the one call of <see cref="Whole"/> and of <see cref="Streamed"/>.</summary>
    public const string Call = "toolu_call_1";

    private CheckedProxy(TestUpstream upstream, RunningProxy proxy) => (Upstream, Proxy) = (upstream, proxy);

    public TestUpstream Upstream { get; }

    public RunningProxy Proxy { get; }

    /// <summary>What the model that judges was asked.</summary>
    public IEnumerable<ReceivedRequest> Questions => Upstream.Received.Where(IsQuestion);

    public static string Request { get; } = CheckedRequest.With("""{"role":"user","content":"Go on."}""");

    public static string StreamedRequest { get; } = CheckedRequest.With("""{"role":"user","content":"Go on."}""", stream: true);

    /// <param name="judge">Answers as the model that judges.</param>
    /// <param name="make">Answers as the model that makes calls; one call of a tool that no rule knows by default.</param>
    public static async Task<CheckedProxy> Start(
        Func<HttpContext, Task> judge, Func<HttpContext, Task>? make = null, SafeguardOptions? safeguards = null, TimeProvider? clock = null,
        int retries = 0)
    {
        TestUpstream? upstream = null;
        upstream = await TestUpstream.Start(context =>
            IsQuestion(upstream!.Received[^1]) ? judge(context) : (make ?? (context => TestUpstream.Answer(context, Whole())))(context));
        var options = RunningProxy.OptionsFor(upstream.BaseUrl) with
        {
            Safeguards = safeguards ?? SafeguardOptions.Default,
            Retries = new RetryOptions(retries, TimeSpan.FromSeconds(10)),
        };
        return new CheckedProxy(upstream, await RunningProxy.Start(options, Verbosity.Debug, clock));
    }

    public static Task<CheckedProxy> Answering(string text, SafeguardOptions? safeguards = null) =>
        Start(context => TestUpstream.Answer(context, Answer(text)), safeguards: safeguards);

    /// <summary>A message of the model that judges.</summary>
    public static string Answer(string text, string finish = "stop") => $$$"""
        {"id":"c2","object":"chat.completion","model":"small","choices":[{"index":0,"message":{"role":"assistant","content":{{{JsonSerializer.Serialize(text)}}}},
        "finish_reason":"{{{finish}}}"}],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}}
        """;

    public static string Verdict(string outcome, string reason = "", string id = "1") =>
        $$"""{"verdicts":[{"id":"{{id}}","user_words":"","reason":"{{reason}}","outcome":"{{outcome}}"}]}""";

    public static string Whole() => $$$"""
        {"id":"c1","object":"chat.completion","model":"big","choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{{{Piece(1)}}}]},
        "finish_reason":"tool_calls"}],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}}
        """;

    /// <summary>An event with one whole call.</summary>
    public static string Streamed(int number) =>
        $$$"""data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{{{Piece(number)}}}]},"finish_reason":null}]}""" + "\n\n";

    public static string Words(string words) =>
        $$$"""data: {"id":"c1","choices":[{"index":0,"delta":{"content":"{{{words}}}"},"finish_reason":null}]}""" + "\n\n";

    /// <summary>What is told of the call in the end, as <c>not_flagged</c>, <c>flagged(why)</c> or the reason why nothing is.</summary>
    public static string Outcome(JsonElement results, string call = Call)
    {
        var entry = Assert.Single(results.EnumerateArray());
        var uses = entry.GetProperty("status").GetProperty("tool_uses");
        var use = uses.EnumerateObject().Single(use => use.Name.StartsWith(call, StringComparison.Ordinal)).Value;
        if (use.TryGetProperty("explanation", out var why))
            return $"flagged({why.GetString()})";
        return use.TryGetProperty("outcome", out var outcome) ? outcome.GetString()! : use.GetProperty("reason").GetString()!;
    }

    public async Task<string> AskWhole()
    {
        using var reply = await Proxy.Post("/v1/messages", Request);
        using var message = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return Outcome(message.RootElement.GetProperty("safeguard_results"));
    }

    /// <summary>The log tells of a call after the client has its response.</summary>
    public async Task LoggedAsync(string text)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(20); !Proxy.Log.Contains(text, StringComparison.Ordinal); await Task.Delay(10))
            Assert.True(DateTime.UtcNow < deadline, $"the log does not say {text}");
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Upstream.DisposeAsync();
    }

    private static bool IsQuestion(ReceivedRequest request) => request.Body.StartsWith("""{"model":"small",""", StringComparison.Ordinal);

    private static string Piece(int number) =>
        $$$"""{"index":{{{number}}},"id":"call_{{{number}}}","type":"function","function":{"name":"Mystery","arguments":"{\"what\":\"{{{number}}}\"}"}}""";
}
