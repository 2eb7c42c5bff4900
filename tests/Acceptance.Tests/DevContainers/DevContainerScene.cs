using System.Collections.Immutable;
using Acceptance.Tests.Sdk;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.DevContainers;

/// <summary>A developer's machine with one engine, on which the real command line of devcontainers starts this repository's.</summary>
internal sealed class DevContainerScene : IDisposable
{
    public const string Single = ".devcontainer/devcontainer.json";
    public const string Isolated = ".devcontainer/isolated/devcontainer.json";

    private readonly NpmFolder _npm;

    private DevContainerScene(PlantedNetwork network, PlantedEngine engine, Workspace workspace, NpmFolder npm) =>
        (Network, Engine, Workspace, _npm) = (network, engine, workspace, npm);

    public PlantedNetwork Network { get; }

    public PlantedEngine Engine { get; }

    public Workspace Workspace { get; }

    public static async Task<DevContainerScene> StartAsync(EngineVersion version)
    {
        Requirement.Root();
        Requirement.Require(File.Exists(Repository.Paths.ImageArchive), $"{Repository.Paths.ImageArchive} (run --target=Image)");
        var folder = Directory.CreateTempSubdirectory("devcontainer-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var workspace = await Workspace.CreateAsync(folder);
        var npm = await NpmFolder.CreateAsync(
            Path.Combine(AppContext.BaseDirectory, "DevContainers", "Cli"), Directory.CreateDirectory(Path.Combine(folder, "npm")).FullName);
        var network = await PlantedNetwork.CreateAsync();
        var scene = new DevContainerScene(network, await PlantedEngine.StartAsync(version, network, folder), workspace, npm);
        await scene.LoadAsync();
        return scene;
    }

    /// <summary>What an editor does when the folder is opened in a container.</summary>
    /// <returns>What it says, and the exit code: 0, or 1 when the container did not become ready.</returns>
    public Task<ToolResult> UpAsync(string configuration) =>
        RunAsync([0, 1], "up", configuration, "--remove-existing-container");

    /// <summary>Runs a command as the agent.</summary>
    /// <returns>What it writes.</returns>
    public async Task<string> AskAsync(string configuration, string command) =>
        (await RunAsync([.. Enumerable.Range(0, 128)], "exec", configuration, "sh", "-c", command)).Output;

    /// <summary>Runs a script as the agent, which says what it sees: <c>say NAME VALUE</c>.</summary>
    public async Task<Dictionary<string, string>> LookAsync(string configuration, string script)
    {
        var said = await AskAsync(configuration, $"say() {{ n=$1; shift; printf '\\036%s\\037%s' \"$n\" \"$*\"; }}\n{script}");
        return said.Split('\x1e').Skip(1).Select(line => line.Split('\x1f')).ToDictionary(pair => pair[0], pair => pair[1].Trim());
    }

    public void Dispose()
    {
        Engine.Dispose();
        Network.Dispose();
        Directory.Delete(Workspace.Folder, recursive: true);
    }

    private async Task LoadAsync()
    {
        var archive = Path.Combine(Workspace.Folder, "base.tar");
        await StandInBase.WriteAsync(archive);
        await Engine.DockerAsync("import", archive, StandInBase.Image);
        File.Delete(archive);
        var proxy = Path.Combine(Workspace.Folder, "proxy.tar");
        File.Copy(Repository.Paths.ImageArchive, proxy);
        await Engine.DockerAsync("load", "--input", proxy);
    }

    private Task<ToolResult> RunAsync(ImmutableArray<int> accepted, string verb, string configuration, params string[] rest) =>
        new ToolRunner().RunAsync(
            new ToolCommand
            {
                Executable = "node",
                Arguments =
                [
                    _npm.PathOf("node_modules/@devcontainers/cli/devcontainer.js"), verb, "--docker-path", Engine.Client,
                    "--workspace-folder", Workspace.Path, "--config", Workspace.File(configuration), .. rest,
                ],
                Environment = new Dictionary<string, string?>
                {
                    ["HOME"] = Workspace.Home,
                    ["TMPDIR"] = Path.Combine(Workspace.Home, "tmp"),
                }.ToImmutableSortedDictionary(),
                AcceptedExitCodes = accepted,
                Timeout = TimeSpan.FromMinutes(3),
            },
            CancellationToken.None);
}
