using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Checkout;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing.Isolation;

/// <summary>
/// The isolated devcontainer of a copy of the repository, started by its compose file under a name of this run. Nothing of the user's is mounted into
/// it, and all that it makes goes with this object.
/// </summary>
internal sealed class IsolatedForm : IAsyncDisposable
{
    public const string ComposeFile = ".devcontainer/isolated/compose.yaml";

    private const string Agent = "agent";

    private readonly ContainerEngine _engine;
    private readonly IToolRunner _runner;
    private readonly ScratchFolder _folder;

    /// <param name="scratch">A folder that the engine's machine has too; the system's own for such by default.</param>
    public IsolatedForm(ContainerEngine engine, IToolRunner runner, string? scratch = null)
    {
        (_engine, _runner, Name) = (engine, runner, $"verify-{Guid.NewGuid().ToString("N")[..8]}");
        _folder = new ScratchFolder("isolated-", scratch);
    }

    /// <summary>Of the project of compose; containers, networks and volumes begin with it.</summary>
    public string Name { get; }

    /// <summary>What only the proxy may know.</summary>
    public string ProviderKey { get; } = $"planted-{Guid.NewGuid():N}";

    public string Image => $"{Name}-{Agent}";

    public string Project => Path.Combine(_folder.Path, "project");

    public string Home => Path.Combine(_folder.Path, "home");

    /// <summary>Copies the repository and builds the agent's image, without Claude Code: it adds no way out, and a quarter of a gigabyte.</summary>
    /// <param name="proxy">The image of the proxy, as the engine knows it.</param>
    /// <exception cref="ToolFailedException">There is no compose, or no base image to be had.</exception>
    public async Task BuildAsync(string root, IEnumerable<string> files, string proxy, CancellationToken cancellation)
    {
        FileCopies.Copy(root, files, Project, cancellation);
        Write("project/artifacts/context/claude", "#!/bin/sh\n");
        Write("project/.git/config", "");
        Directory.CreateDirectory(Path.Combine(Project, ".git", "hooks"));
        Write("home/.gitconfig", "");
        Write("home/.claude/proxy.env", $"OPENAI_API_KEY={ProviderKey}\n");
        Write("image.yaml", $"services: {{ proxy: {{ image: \"{proxy}\" }} }}\n");
        Open(_folder.Path);
        await RequireComposeAsync(cancellation);
        await ComposeAsync(["build"], cancellation);
    }

    /// <summary>Starts it, or starts what is otherwise anew.</summary>
    /// <returns>The agent's container, and a process in it.</returns>
    /// <exception cref="ToolFailedException">It does not start.</exception>
    public async Task<(string Container, int Process)> StartAsync(string changes, CancellationToken cancellation)
    {
        Write("changes.yaml", changes);
        await ComposeAsync(["up", "--detach", "--no-build", Agent], cancellation);
        var container = await ComposeAsync(["ps", "--quiet", Agent], cancellation);
        var process = await _runner.RunAsync(_engine.Inspect(container, "{{.State.Pid}}"), cancellation);
        return (container, int.Parse(process.Output.Trim(), CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (File.Exists(PathOf("image.yaml")))
                await ComposeAsync(["down", "--volumes", "--rmi", "local", "--remove-orphans", "--timeout", "1"], CancellationToken.None);
        }
        catch (ToolFailedException)
        {
            // Without compose nothing was started; without its engine nothing is left.
        }

        _folder.Dispose();
    }

    private async Task RequireComposeAsync(CancellationToken cancellation)
    {
        try
        {
            await ComposeAsync(["version"], cancellation);
        }
        catch (ToolFailedException failed)
        {
            throw new ToolFailedException($"`{_engine.Program} compose` is missing; install compose 2 (docker-compose-plugin)", failed);
        }
    }

    private async Task<string> ComposeAsync(ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        ImmutableArray<string> files = [Path.Combine(Project, ComposeFile), PathOf("image.yaml"), .. Existing("changes.yaml")];
        return (await _runner.RunAsync(_engine.Compose(Name, files, Home, arguments), cancellation)).Output.Trim();
    }

    private IEnumerable<string> Existing(string file) => File.Exists(PathOf(file)) ? [PathOf(file)] : [];

    private string PathOf(string file) => Path.Combine(_folder.Path, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Everybody may change everything: what the agent may not change is kept by its container then, not by files' owners.</summary>
    private static void Open(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode all = (UnixFileMode)0b110_110_110;
        const UnixFileMode executable = (UnixFileMode)0b001_001_001;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder))
        {
            if (File.ResolveLinkTarget(path, returnFinalTarget: false) is null)
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | all | (Directory.Exists(path) ? executable : UnixFileMode.None));
        }
    }
}
