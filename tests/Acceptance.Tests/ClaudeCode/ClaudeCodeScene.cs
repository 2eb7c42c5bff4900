using System.Collections.Immutable;
using ContainerSecurity.Tools;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>Claude Code with a home of its own, and the static binary as its proxy before one upstream.</summary>
internal sealed class ClaudeCodeScene : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claude-code-").FullName;
    private readonly ServerProcess _proxy;
    private readonly string _claude;

    private ClaudeCodeScene(string claude, int port, IReadOnlyDictionary<string, string> settings)
    {
        _claude = claude;
        Proxy = new Uri($"http://127.0.0.1:{port}");
        Directory.CreateDirectory(Home);
        _proxy = ServerProcess.Start(
            Repository.ProxyBinary, ["serve", "--debug"], new Dictionary<string, string>(settings) { ["HOME"] = Home, ["PORT"] = $"{port}" });
    }

    public Uri Proxy { get; }

    /// <summary>The proxy's log: one line for each response that was an error, and more.</summary>
    public string Log => _proxy.Said;

    private string Home => Path.Combine(_folder, "home");

    /// <param name="settings">Of the proxy, beside its home and port: its upstream at least.</param>
    /// <param name="claude">The pinned one by default.</param>
    public static async Task<ClaudeCodeScene> StartAsync(IReadOnlyDictionary<string, string> settings, AcquiredTool? claude = null)
    {
        claude ??= await ClaudeCodeTool.GetAsync(ClaudeCodeVersion.Pinned);
        var scene = new ClaudeCodeScene(claude.Path!, FreePort.Next(), settings);
        await scene._proxy.WaitForHealthAsync(new Uri(scene.Proxy, "/health"), TimeSpan.FromSeconds(10));
        return scene;
    }

    /// <summary>A conversation in an empty folder of its own, so that <c>--continue</c> finds no other one.</summary>
    public ClaudeCodeSession NewSession() => new(_claude, Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N"))).FullName)
    {
        Environment = new Dictionary<string, string?>
        {
            ["HOME"] = Home,
            ["ANTHROPIC_BASE_URL"] = Proxy.ToString().TrimEnd('/'),
            ["ANTHROPIC_API_KEY"] = "sk-test",
            ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
            ["DISABLE_AUTOUPDATER"] = "1",
            ["DISABLE_TELEMETRY"] = "1",
        }.ToImmutableSortedDictionary(),
    };

    public void Dispose()
    {
        _proxy.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
