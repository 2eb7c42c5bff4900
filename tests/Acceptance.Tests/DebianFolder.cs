namespace Acceptance.Tests;

/// <summary>
/// A release of Debian in a root folder of its own, so that its programs never touch the host. Made once and kept in the user's cache. Needs root,
/// debootstrap, and Debian's packages.
/// </summary>
/// <param name="Name">Of the folder in the cache.</param>
internal sealed record DebianFolder(string Name, string Release, params string[] Packages)
{
    private static readonly SemaphoreSlim One = new(1);

    private string Root => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "claude-code-proxy",
        Name);

    /// <returns>The folder to chroot into.</returns>
    public async Task<string> EnsureAsync()
    {
        Requirement.Root();
        Requirement.Program("debootstrap", "debootstrap");
        await One.WaitAsync();
        try
        {
            if (!Directory.Exists(Root))
                await InstallAsync();
            return Root;
        }
        finally
        {
            One.Release();
        }
    }

    private async Task InstallAsync()
    {
        var unfinished = $"{Root}.{Environment.ProcessId}";
        Directory.CreateDirectory(Path.GetDirectoryName(Root)!);
        await HostCommand.RunAsync("debootstrap", "--variant=minbase", Release, unfinished, Mirror());
        // A mirror may lag behind sid's short validity; its signature is checked all the same.
        await HostCommand.RunAsync("chroot", unfinished, "apt-get", "-o", "Acquire::Check-Valid-Until=false", "update");
        await HostCommand.RunAsync("chroot", [unfinished, "apt-get", "install", "-y", "--no-install-recommends", .. Packages]);
        await HostCommand.RunAsync("chroot", unfinished, "apt-get", "clean");
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
}
