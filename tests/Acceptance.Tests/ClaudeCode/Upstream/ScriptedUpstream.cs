using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Proxy.Tests.Schemas;

namespace Acceptance.Tests.ClaudeCode.Upstream;

/// <summary>
/// An OpenAI-compatible server on loopback that answers by a test's script, which looks at what the conversation holds, and keeps what it was asked.
/// What OpenAI would refuse it refuses.
/// </summary>
internal sealed class ScriptedUpstream : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<ChatRequest> _requests = [];
    private Func<ChatRequest, Reply> _script = _ => throw new InvalidOperationException("no script was given");

    private ScriptedUpstream(WebApplication server, int port)
    {
        _server = server;
        Url = new Uri($"http://127.0.0.1:{port}/v1");
        server.MapPost("/v1/chat/completions", AnswerAsync);
    }

    public Uri Url { get; }

    /// <summary>What is wrong with requests that were refused.</summary>
    public ConcurrentQueue<WireException> Refused { get; } = new();

    /// <summary>What the script in force was asked, in order of arrival.</summary>
    public IReadOnlyList<ChatRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public static async Task<ScriptedUpstream> StartAsync()
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var upstream = new ScriptedUpstream(builder.Build(), port);
        await upstream._server.StartAsync();
        return upstream;
    }

    /// <summary>Replaces the script and forgets what the one before was asked.</summary>
    public void Play(Func<ChatRequest, Reply> script)
    {
        lock (_requests)
        {
            _script = script;
            _requests.Clear();
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var text = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
        var body = JsonDocument.Parse(text).RootElement;
        var reply = Refusal(text) ?? Next(new ChatRequest(body, _clock.Elapsed));
        await reply.WriteAsync(context, body);
    }

    private ErrorReply? Refusal(string request)
    {
        try
        {
            UpstreamRequest.Check(request, "/chat/completions", "Ollama");
            return null;
        }
        catch (WireException e)
        {
            Refused.Enqueue(e);
            return new ErrorReply(400, "invalid_request", e.Message);
        }
    }

    private Reply Next(ChatRequest request)
    {
        lock (_requests)
        {
            _requests.Add(request);
            return _script(request);
        }
    }
}
