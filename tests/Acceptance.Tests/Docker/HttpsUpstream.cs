using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.Tests.Docker;

/// <summary>An OpenAI-compatible HTTPS server on loopback whose certificate is signed by an authority made for this test.</summary>
internal sealed class HttpsUpstream : IAsyncDisposable
{
    private const string Answer =
        """{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-5","choices":[{"index":0,"message":{"role":"assistant","content":"seen over TLS"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":3,"total_tokens":6}}""";

    private readonly WebApplication _server;

    private HttpsUpstream(WebApplication server, int port, string authorityPem) => (_server, Port, AuthorityPem) = (server, port, authorityPem);

    public int Port { get; }

    public string AuthorityPem { get; }

    public static async Task<HttpsUpstream> StartAsync()
    {
        using var authority = new TestAuthority();
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var certificate = authority.Issue("localhost");
        builder.WebHost
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        var server = builder.Build();
        server.MapPost("/v1/chat/completions", () => Results.Text(Answer, "application/json"));
        await server.StartAsync();
        return new HttpsUpstream(server, port, authority.Pem);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
