using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;

namespace Acceptance.Tests.Sdk;

/// <summary>A folder that npm installs packages into; no script of theirs is run.</summary>
internal sealed class NpmFolder
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string _path;

    private NpmFolder(string path) => _path = path;

    /// <summary>The packages that a lock file pins.</summary>
    /// <param name="source">A folder with a <c>package-lock.json</c>; its files are copied.</param>
    /// <param name="path">An empty folder.</param>
    public static async Task<NpmFolder> CreateAsync(string source, string path)
    {
        Requirement.Program("node", "nodejs");
        Requirement.Program("npm", "npm");
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(path, Path.GetFileName(file)));
        var folder = new NpmFolder(path);
        await folder.RunAsync("ci");
        return folder;
    }

    /// <summary>Other versions in place of the pinned ones.</summary>
    /// <exception cref="ToolFailedException">The registry cannot be reached, or has none.</exception>
    public Task InstallAsync(params string[] packages) => RunAsync(["install", "--no-save", .. packages]);

    /// <exception cref="ToolFailedException">The program ended with an error.</exception>
    public Task NodeAsync(params string[] arguments) => new ToolRunner().RunAsync(
        new ToolCommand { Executable = "node", Arguments = [.. arguments], WorkingDirectory = _path, Timeout = Limit }, CancellationToken.None);

    public string PathOf(string file) => Path.Combine(_path, file);

    private Task<ToolResult> RunAsync(params string[] arguments) => new ToolRunner().RunAsync(
        NpmCommand.Create(Limit, [.. arguments, "--ignore-scripts", "--no-audit", "--no-fund"]) with { WorkingDirectory = _path },
        CancellationToken.None);
}
