using System.Collections.Immutable;
using System.Diagnostics;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.Docker;

/// <summary>A Docker engine of the tests' own, with its own data and socket, holding the image that <c>--target=Image</c> made.</summary>
public sealed class DockerEngine : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("docker-").FullName;
    private ServerProcess? _daemon;
    private string? _placeInSid;

    internal string Image { get; private set; } = "";

    /// <summary>What compose can see of this machine.</summary>
    internal string Folder => _folder;

    internal string Socket => $"unix://{_folder}/docker.sock";

    /// <summary>Starts the engine and loads the image at the first call.</summary>
    internal async Task RequireAsync()
    {
        Requirement.Root();
        Requirement.Program("dockerd", "docker.io");
        Requirement.Require(File.Exists(Repository.Paths.ImageArchive), $"{Repository.Paths.ImageArchive} (run --target=Image)");
        if (_daemon is not null)
            return;

        _daemon = ServerProcess.Start("dockerd",
        [
            "--data-root", $"{_folder}/data", "--exec-root", $"{_folder}/exec", "--pidfile", $"{_folder}/docker.pid", "-H", Socket,
        ]);
        await WaitAsync();
        var loaded = await DockerAsync("load", "--input", Repository.Paths.ImageArchive);
        Image = loaded.Output.Trim()["Loaded image: ".Length..];
    }

    /// <summary>Runs the docker client; any exit code but 0 fails unless accepted.</summary>
    internal Task<ToolResult> DockerAsync(params string[] arguments) => DockerAsync([0], arguments);

    internal Task<ToolResult> DockerAsync(ImmutableArray<int> accepted, params string[] arguments) => new ToolRunner().RunAsync(
        new ToolCommand
        {
            Executable = "docker",
            Arguments = ["-H", Socket, .. arguments],
            Timeout = TimeSpan.FromMinutes(2),
            AcceptedExitCodes = accepted,
        },
        CancellationToken.None);

    /// <summary>Compose 2; any exit code but 0 fails.</summary>
    /// <param name="project">Where its file is, below <see cref="Folder"/>.</param>
    internal async Task<ToolResult> ComposeAsync(string project, params string[] arguments)
    {
        _placeInSid ??= await SidDocker.WriteClientAsync(_folder);
        return await new ToolRunner().RunAsync(
            new ToolCommand
            {
                Executable = SidDocker.ClientIn(_folder),
                Arguments = ["compose", .. arguments],
                WorkingDirectory = project,
                Timeout = TimeSpan.FromMinutes(2),
            },
            CancellationToken.None);
    }

    public void Dispose()
    {
        if (_daemon is null)
            return;

        foreach (var container in DockerAsync("ps", "--all", "--quiet").Result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            DockerAsync("rm", "--force", container).Wait();
        _daemon.Terminate();
        _daemon.Dispose();
        Unmount();
        if (_placeInSid is not null)
            Directory.Delete(_placeInSid);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>An engine that ends leaves its network namespace mounted, and a folder with a mount in it cannot be deleted.</summary>
    private void Unmount()
    {
        var below = File.ReadLines("/proc/mounts")
            .Select(line => line.Split(' ')[1])
            .Where(mount => mount.StartsWith(_folder + "/", StringComparison.Ordinal));
        foreach (var mount in below.OrderByDescending(mount => mount.Length).ToList())
        {
            new ToolRunner()
                .RunAsync(new ToolCommand { Executable = "umount", Arguments = [mount], Timeout = TimeSpan.FromSeconds(30) }, CancellationToken.None)
                .Wait();
        }
    }

    private async Task WaitAsync()
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            if ((await DockerAsync([0, 1], "info", "--format", "{{.ServerVersion}}")).ExitCode == 0)
                return;
            Assert.True(clock.Elapsed < StartLimit, $"dockerd did not start: {_daemon!.Said}");
        }
    }
}
