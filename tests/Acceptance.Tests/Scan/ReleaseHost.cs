using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.Tests.Scan;

/// <summary>Stands for github.com: on loopback, by a certificate authority of its own, to be reached through a forward proxy.</summary>
internal sealed class ReleaseHost : IAsyncDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly Dictionary<string, Func<HttpContext, Task>> _answers = [];
    private readonly WebApplication _server;
    private ForwardProxy? _proxy;

    private ReleaseHost()
    {
        var certificate = _authority.Issue("github.com");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        _server = builder.Build();
        _server.Run(context => _answers.TryGetValue(context.Request.Path.Value!, out var answer) ? answer(context) : NotFound(context));
    }

    /// <summary>Of the certificate authority.</summary>
    public string Pem => _authority.Pem;

    public ForwardProxy Proxy => _proxy!;

    public static async Task<ReleaseHost> StartAsync()
    {
        var host = new ReleaseHost();
        await host._server.StartAsync();
        host._proxy = new ForwardProxy(new Uri(host._server.Urls.Single()).Port);
        return host;
    }

    /// <param name="release">As in <c>owner/name v1.0 asset</c>.</param>
    public void Serve(string release, byte[] bytes) => Answer(release, context => context.Response.Body.WriteAsync(bytes).AsTask());

    /// <summary>Says how long the asset is and ends the connection in the middle of it.</summary>
    public void BreakOff(string release, byte[] bytes) => Answer(release, async context =>
    {
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _proxy?.Dispose();
        _authority.Dispose();
    }

    private void Answer(string release, Func<HttpContext, Task> answer) =>
        _answers[release.Split(' ') is [var repository, var tag, var asset] ? $"/{repository}/releases/download/{tag}/{asset}" : release] = answer;

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
