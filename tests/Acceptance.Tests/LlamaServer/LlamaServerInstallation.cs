using ContainerSecurity.Processes;

namespace Acceptance.Tests.LlamaServer;

/// <summary>
/// Debian's llama-server in a root folder of its own, so that sid's libraries never touch the host. Made once (half a minute) and kept in the user's
/// cache. Needs root, debootstrap, and Debian's packages.
/// </summary>
internal static class LlamaServerInstallation
{
    private static readonly SemaphoreSlim Once = new(1);

    private static string Root => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "claude-code-proxy",
        "llama-server");

    /// <returns>The folder to chroot into.</returns>
    public static async Task<string> EnsureAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (!File.Exists(Path.Combine(Root, "usr", "bin", "llama-server")))
                await InstallAsync();
            return Root;
        }
        finally
        {
            Once.Release();
        }
    }

    private static async Task InstallAsync()
    {
        var unfinished = $"{Root}.{Environment.ProcessId}";
        Directory.CreateDirectory(Path.GetDirectoryName(Root)!);
        await RunAsync("debootstrap", "--variant=minbase", "sid", unfinished, Mirror());
        // A mirror may lag behind sid's short validity; its signature is checked all the same.
        await RunAsync("chroot", unfinished, "apt-get", "-o", "Acquire::Check-Valid-Until=false", "update");
        await RunAsync("chroot", unfinished, "apt-get", "install", "-y", "--no-install-recommends", "llama.cpp-tools");
        Directory.Move(unfinished, Root);
    }

    /// <summary>The mirror that this machine installs its own packages from.</summary>
    private static string Mirror()
    {
        var sources = Directory.EnumerateFiles("/etc/apt/sources.list.d", "*.sources").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("URIs:", StringComparison.Ordinal)).Select(line => line["URIs:".Length..].Trim().Split(' ')[0]);
        var oneLine = File.Exists("/etc/apt/sources.list")
            ? File.ReadLines("/etc/apt/sources.list")
                .Where(line => line.StartsWith("deb ", StringComparison.Ordinal))
                .Select(line => line.Split(' ').First(word => word.Contains("://", StringComparison.Ordinal)))
            : [];
        return sources.Concat(oneLine).First();
    }

    private static Task<ToolResult> RunAsync(string executable, params string[] arguments) =>
        new ToolRunner().RunAsync(
            new ToolCommand { Executable = executable, Arguments = [.. arguments], Timeout = TimeSpan.FromMinutes(5) }, CancellationToken.None);
}
