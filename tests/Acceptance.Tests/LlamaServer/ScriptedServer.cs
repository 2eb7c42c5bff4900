namespace Acceptance.Tests.LlamaServer;

/// <summary>A real llama-server that says scripted things, on a loopback port of its own; ended with this object.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ServerProcess _process;
    private readonly string _model;

    private ScriptedServer(ServerProcess process, string model, int port)
    {
        _process = process;
        _model = model;
        Url = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Url { get; }

    /// <param name="contextTokens">More than these, prompt and answer together, the server refuses.</param>
    public static async Task<ScriptedServer> StartAsync(IReadOnlyDictionary<string, string> scripts, int contextTokens = 131_072)
    {
        var root = await LlamaServerInstallation.EnsureAsync();
        var folder = Directory.CreateDirectory(Path.Combine(root, "models", Guid.NewGuid().ToString("N"))).FullName;
        ScriptedModel.Write(folder, scripts);
        var inside = Path.Combine("/", Path.GetRelativePath(root, folder));
        var port = FreePort.Next();
        var process = ServerProcess.Start("chroot",
        [
            root, "llama-server", "-m", $"{inside}/scripted.gguf", "-a", "scripted", "--chat-template-file", $"{inside}/template.jinja",
            "--host", "127.0.0.1", "--port", $"{port}", "-c", $"{contextTokens}", "-np", "1", "--temp", "0", "-t", "1",
        ]);
        var server = new ScriptedServer(process, folder, port);
        await process.WaitForHealthAsync(new Uri(server.Url, "/health"), StartLimit);
        return server;
    }

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(_model, recursive: true);
    }
}
