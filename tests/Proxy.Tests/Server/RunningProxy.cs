using System.Net;
using System.Text;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Server;
using ClaudeCodeProxy.Server.Exchanges;

namespace Proxy.Tests.Server;

/// <summary>The real proxy server on a free port, and a client for it.</summary>
internal sealed class RunningProxy : IAsyncDisposable
{
    private readonly ProxyServer _server;
    private readonly StringWriter _log;

    private RunningProxy(ProxyServer server, StringWriter log, ProxyOptions options)
    {
        (_server, _log) = (server, log);
        Client = CheckedResponses.Client(server.Url, passedThrough: options.Upstream.Provider == Provider.Anthropic);
    }

    public HttpClient Client { get; }

    public Uri Url => _server.Url;

    public Generation Newest => _server.Newest;

    public string Log => _log.ToString();

    public static Task<RunningProxy> Before(TestUpstream upstream) => Start(OptionsFor(upstream.BaseUrl));

    public static async Task<RunningProxy> Start(ProxyOptions options, Verbosity verbosity = Verbosity.Debug, TimeProvider? clock = null,
        LogFormat format = LogFormat.Text)
    {
        var log = new StringWriter();
        clock ??= TimeProvider.System;
        var parts = new ServerServices(clock, new IdSource(new Random(1)), new RequestLog(new LogOutput(log, log, format, clock), verbosity));
        return new RunningProxy(await ProxyServer.StartAsync(options, parts), log, options);
    }

    /// <summary>Before an upstream of Anthropic's own API, with a key of its own.</summary>
    public static Task<RunningProxy> PassingThroughTo(TestUpstream upstream, Func<ProxyOptions, ProxyOptions>? change = null) =>
        PassingThroughTo(upstream.BaseUrl, change);

    public static Task<RunningProxy> PassingThroughTo(Uri upstream, Func<ProxyOptions, ProxyOptions>? change = null)
    {
        var anthropic =
            new UpstreamOptions { BaseUrl = new Uri(upstream, "/"), Provider = Provider.Anthropic, Keys = [new Secret("the-upstreams")] };
        var options = OptionsFor(upstream) with { Upstream = anthropic, Models = new ModelOptions(null, null, null) };
        return Start(change is null ? options : change(options));
    }

    public static ProxyOptions OptionsFor(Uri upstream) => new()
    {
        Listen = new ListenAddress(IPAddress.Loopback, 0),
        Upstream = new UpstreamOptions { BaseUrl = upstream, Provider = Provider.Ollama },
        Models = new ModelOptions("big", "middle", "small"),
        Retries = RetryOptions.None,
    };

    public Task<HttpResponseMessage> Post(string path, string body, params (string Name, string Value)[] headers) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") }, headers);

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public void Reload(ProxyOptions options) => _server.Reload(options);

    public Task Stop() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }
}
