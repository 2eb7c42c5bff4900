using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Proxy.Tests.Schemas;

namespace Acceptance.Tests.Sdk;

/// <summary>
/// Plays <c>api.openai.com</c> behind a forward proxy on loopback: says what a test has scripted, but only to requests that OpenAI would accept.
/// </summary>
internal sealed class OpenAIUpstream : IAsyncDisposable
{
    public const string BaseUrl = "http://api.openai.com/v1";

    private readonly WebApplication _server;
    private readonly string _key;

    private OpenAIUpstream(WebApplication server, int port, string key) => (_server, Port, _key) = (server, port, key);

    public int Port { get; }

    /// <summary>What follows, for each request in turn; the last stays.</summary>
    public Queue<Func<HttpContext, Task>> Script { get; } = new();

    /// <summary>The bodies that were taken, with the time of each.</summary>
    public ConcurrentQueue<(DateTime At, JsonNode Body)> Received { get; } = new();

    public static async Task<OpenAIUpstream> StartAsync(string key)
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var server = builder.Build();
        var upstream = new OpenAIUpstream(server, port, key);
        server.Run(upstream.Answer);
        await server.StartAsync();
        return upstream;
    }

    public static Task Refuse(HttpContext context, int status, string message, string type = "invalid_request_error", string? code = null)
    {
        var error = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = code };
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = error });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        if (context.Request.Host.Value != "api.openai.com" || context.Request.Path.Value is not ("/v1/chat/completions" or "/v1/responses"))
        {
            await Refuse(context, 404, $"Invalid URL ({context.Request.Method} {context.Request.Path})");
        }
        else if (context.Request.Headers.Authorization != $"Bearer {_key}")
        {
            await Refuse(context, 401, "Incorrect API key provided.", code: "invalid_api_key");
        }
        else if (Complaint(body, context.Request.Path!) is { } complaint)
        {
            await Refuse(context, 400, complaint);
        }
        else
        {
            Received.Enqueue((DateTime.UtcNow, JsonNode.Parse(body)!));
            await (Script.Count > 1 ? Script.Dequeue() : Script.Peek())(context);
        }
    }

    private static string? Complaint(string body, string path)
    {
        try
        {
            UpstreamRequest.Check(body, path, "OpenAI");
            return null;
        }
        catch (WireException e)
        {
            return e.Message;
        }
    }
}
