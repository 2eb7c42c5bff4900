using Acceptance.Tests.ClaudeCode;
namespace Acceptance.Tests.DevContainers;

/// <summary>A clone of this repository with what its build needs, as a developer has it, and the developer's home folder.</summary>
internal sealed class Workspace
{
    private static readonly string[] Copied =
    [
        "Dockerfile", ".dockerignore", ".devcontainer", "artifacts/context/rootfs", "artifacts/proxy",
    ];

    private Workspace(string folder) => Folder = folder;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "project");

    public string Home => System.IO.Path.Combine(Folder, "home");

    /// <summary>Composed so that no file holds anything that looks like a key.</summary>
    public string ProviderKey { get; } = string.Concat("provider-", Guid.NewGuid().ToString("N"));

    public string File(string path) => System.IO.Path.Combine(Path, path);

    public static async Task<Workspace> CreateAsync(string folder)
    {
        Requirement.ProxyBinary();
        var claude = await ClaudeCodeTool.GetAsync(ClaudeCodeVersion.Pinned);
        var workspace = new Workspace(folder);
        Directory.CreateDirectory(workspace.File("artifacts/context"));
        foreach (var path in Copied)
            await HostCommand.RunAsync("cp", "--recursive", System.IO.Path.Combine(Repository.Paths.Root, path), workspace.File(path));
        await HostCommand.RunAsync("install", "--mode=755", claude.Path!, workspace.File("artifacts/context/claude"));
        await HostCommand.RunAsync("git", "init", "--quiet", workspace.Path);
        await workspace.ReplaceAsync("Dockerfile", line => line.StartsWith("ARG DEVCONTAINER_BASE=", StringComparison.Ordinal)
            ? $"ARG DEVCONTAINER_BASE={StandInBase.Image}"
            : line);
        await workspace.WriteHomeAsync();
        await HostCommand.RunAsync("chown", "--recursive", "1000:1000", folder);
        return workspace;
    }

    /// <summary>Writes a file anew, line by line.</summary>
    public async Task ReplaceAsync(string path, Func<string, string> replace) =>
        await System.IO.File.WriteAllLinesAsync(File(path), (await System.IO.File.ReadAllLinesAsync(File(path))).Select(replace));

    private async Task WriteHomeAsync()
    {
        foreach (var name in new[] { ".ssh", ".claude", "tmp" })
            Directory.CreateDirectory(System.IO.Path.Combine(Home, name));
        await System.IO.File.WriteAllTextAsync(System.IO.Path.Combine(Home, ".gitconfig"), "");
        var keys = System.IO.Path.Combine(Home, ".claude", "proxy.env");
        await System.IO.File.WriteAllLinesAsync(keys,
        [
            $"OPENAI_API_KEY={ProviderKey}", $"OPENAI_BASE_URL=http://{PlantedNetwork.Outside}:8000/v1", "PROXY_ALLOW_HTTP_UPSTREAM=1",
        ]);
        System.IO.File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
