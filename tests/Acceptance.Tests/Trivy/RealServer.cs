using Build.Tests.Images;
using Build.Tests.Tools.Trivy;

namespace Acceptance.Tests.Trivy;

/// <summary>The same Trivy as a server on loopback, with the made-up database.</summary>
internal sealed class RealServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServerProcess _process;

    private RealServer(string executable, int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        Recording.WriteDatabase(_folder["cache/db"], ScanFixture.Now);
        _folder.Write("trivy.yaml", "");
        _process = ServerProcess.Start(
            executable,
            ["server", "--listen", $"127.0.0.1:{port}", "--skip-db-update", "--cache-dir", _folder["cache"], "--config", _folder["trivy.yaml"]],
            new Dictionary<string, string> { ["HOME"] = _folder.Path });
    }

    public Uri Address { get; }

    public static async Task<RealServer> StartAsync(ScanFixture scene)
    {
        var server = new RealServer(scene.Tool.Path!, FreePort.Next());
        await server._process.WaitForHealthAsync(new Uri(server.Address, "healthz"), TimeSpan.FromSeconds(30));
        return server;
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }
}
