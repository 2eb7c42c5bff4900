namespace Acceptance.Tests.Sdk;

/// <summary>
/// The proxy's binary between the official clients and an upstream that is as strict as OpenAI; started at the first use, and shared.
/// </summary>
public sealed class SdkFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sdk-").FullName;
    private readonly string _upstreamKey = $"upstream-{Guid.NewGuid():N}";
    private readonly string _clientKey = $"client-{Guid.NewGuid():N}";
    private OpenAIUpstream? _upstream;
    private ServerProcess? _proxy;
    private TypeScriptSdk? _typeScript;
    private int _port;

    internal OpenAIUpstream Upstream => _upstream!;

    internal SdkOptions Options => new(new Uri($"http://127.0.0.1:{_port}"), _clientKey);

    internal async Task RequireAsync()
    {
        Requirement.ProxyBinary();
        if (_proxy is null)
            await StartAsync();
        Upstream.Script.Clear();
        Upstream.Received.Clear();
    }

    internal async Task<TypeScriptSdk> TypeScript() =>
        _typeScript ??= await TypeScriptSdk.StartAsync(Directory.CreateDirectory(Path.Combine(_folder, "typescript")).FullName);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _typeScript?.Dispose();
        _proxy?.Dispose();
        if (_upstream is not null)
            await _upstream.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        _upstream = await OpenAIUpstream.StartAsync(_upstreamKey);
        _port = FreePort.Next();
        _proxy = ServerProcess.Start(Repository.ProxyBinary, ["serve"], new Dictionary<string, string>
        {
            ["HOME"] = _folder,
            ["PORT"] = $"{_port}",
            ["ANTHROPIC_API_KEY"] = _clientKey,
            ["OPENAI_API_KEY"] = _upstreamKey,
            ["OPENAI_BASE_URL"] = OpenAIUpstream.BaseUrl,
            ["PROXY_ALLOW_HTTP_UPSTREAM"] = "1",
            ["HTTP_PROXY"] = $"http://127.0.0.1:{_upstream.Port}",
        });
        await _proxy.WaitForHealthAsync(new Uri(Options.Proxy, "/health"), TimeSpan.FromSeconds(10));
    }
}
