using System.Collections.Immutable;
using Acceptance.Tests.Docker;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.DevContainers;

/// <summary>
/// A Docker engine on a machine of <see cref="PlantedNetwork"/>, with its data in a folder. The client with compose is that of sid for every engine:
/// Debian 12 has none that devcontainers could use.
/// </summary>
internal sealed class PlantedEngine : IDisposable
{
    private readonly string _folder;
    private readonly string _placeInSid;
    private readonly ServerProcess _daemon;

    private PlantedEngine(string folder, string placeInSid, ServerProcess daemon) =>
        (_folder, _placeInSid, _daemon) = (folder, placeInSid, daemon);

    /// <summary>A program to call in the place of <c>docker</c>.</summary>
    public string Client => SidDocker.ClientIn(_folder);

    public static async Task<PlantedEngine> StartAsync(EngineVersion version, PlantedNetwork network, string folder)
    {
        var root = await SidDocker.Folder.EnsureAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "resolv.conf"), $"nameserver {PlantedNetwork.Outside}\n");
        var place = await SidDocker.WriteClientAsync(folder);
        if (version == EngineVersion.Debian12)
            Requirement.Program("dockerd", "docker.io");
        var script = Path.Combine(AppContext.BaseDirectory, "DevContainers", "Planted", version == EngineVersion.Sid ? "sid.sh" : "debian12.sh");
        var daemon = ServerProcess.Start("nsenter", [$"--net=/run/netns/{network.Machine}", "unshare", "--mount", "sh", "-eu", script, folder, root]);
        var engine = new PlantedEngine(folder, place, daemon);
        await Waiting.ForAsync(
            async () => (await engine.DockerAsync([0, 1], "version", "--format", "{{.Server.Version}}")).ExitCode == 0,
            TimeSpan.FromMinutes(1),
            () => daemon.Said);
        return engine;
    }

    public Task<ToolResult> DockerAsync(params string[] arguments) => DockerAsync([0], arguments);

    public Task<ToolResult> DockerAsync(ImmutableArray<int> accepted, params string[] arguments) => new ToolRunner().RunAsync(
        new ToolCommand
        {
            Executable = Client,
            Arguments = [.. arguments],
            WorkingDirectory = _folder,
            Timeout = TimeSpan.FromMinutes(2),
            AcceptedExitCodes = accepted,
        },
        CancellationToken.None);

    public void Dispose()
    {
        foreach (var container in DockerAsync("ps", "--all", "--quiet").Result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            DockerAsync("rm", "--force", container).Wait();
        _daemon.Terminate();
        _daemon.Dispose();
        Directory.Delete(_placeInSid);
    }
}
