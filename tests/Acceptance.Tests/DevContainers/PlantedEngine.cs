using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.DevContainers;

/// <summary>
/// A Docker engine on a machine of <see cref="PlantedNetwork"/>, with its data in a folder. The client with compose is that of sid for every engine:
/// Debian 12 has none that devcontainers could use.
/// </summary>
internal sealed class PlantedEngine : IDisposable
{
    private static readonly DebianFolder Sid = new("docker-sid", "sid", "docker.io", "docker-cli", "docker-compose", "docker-buildx", "iptables");

    private readonly string _folder;
    private readonly string _root;
    private readonly ServerProcess _daemon;

    private PlantedEngine(string folder, string root, ServerProcess daemon) => (_folder, _root, _daemon) = (folder, root, daemon);

    /// <summary>A program to call in the place of <c>docker</c>.</summary>
    public string Client => Path.Combine(_folder, "docker");

    public static async Task<PlantedEngine> StartAsync(EngineVersion version, PlantedNetwork network, string folder)
    {
        var root = await Sid.EnsureAsync();
        Directory.CreateDirectory(root + folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "resolv.conf"), $"nameserver {PlantedNetwork.Outside}\n");
        await WriteClientAsync(root, folder);
        if (version == EngineVersion.Debian12)
            Requirement.Program("dockerd", "docker.io");
        var script = Path.Combine(AppContext.BaseDirectory, "DevContainers", "Planted", version == EngineVersion.Sid ? "sid.sh" : "debian12.sh");
        var daemon = ServerProcess.Start("nsenter", [$"--net=/run/netns/{network.Machine}", "unshare", "--mount", "sh", "-eu", script, folder, root]);
        var engine = new PlantedEngine(folder, root, daemon);
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
        Directory.Delete(_root + _folder);
    }

    /// <summary>Sees the folder at the same place as the engine and the host do.</summary>
    private static async Task WriteClientAsync(string root, string folder)
    {
        var client = Path.Combine(folder, "docker");
        await File.WriteAllTextAsync(client, $"""
            #!/bin/sh
            exec unshare --mount sh -euc '
              mount --make-rprivate /
              mount --rbind {folder} {root}{folder}
              mount --rbind /proc {root}/proc
              mount --rbind /dev {root}/dev
              export DOCKER_HOST=unix://{folder}/docker.sock
              exec chroot {root} sh -c "cd \"\$1\"; shift; exec docker \"\$@\"" sh "$@"' sh "$PWD" "$@"

            """);
        File.SetUnixFileMode(client, (UnixFileMode)0b111_101_101);
    }
}
