using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Packaging.Sysroots;

/// <summary>
/// What a machine of another architecture would have to link with: packages of this machine's own distribution, fetched and verified by apt in
/// folders of its own, and unpacked in the user's cache with a database of dpkg. Nothing of this machine's packages changes.
/// </summary>
internal sealed class DebianSysroot(BuildPaths paths, IToolRunner runner)
{
    private const string Finished = ".complete";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>After that, security updates are asked for.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    private static readonly ImmutableArray<string> Packages =
        ["base-files", "ca-certificates", "libc6", "libc6-dev", "libgcc-s1", "libssl-dev", "libssl3", "linux-libc-dev", "zlib1g", "zlib1g-dev"];

    public static string FolderFor(BuildPaths paths, string rid) => Path.Combine(paths.Cache, "sysroots", rid);

    /// <returns>Its folder, made when it is missing or old.</returns>
    /// <exception cref="InputException">It is missing and cannot be fetched.</exception>
    public async Task<string> ProvideAsync(string rid, bool isOffline, CancellationToken cancellation)
    {
        var folder = FolderFor(paths, rid);
        var mark = new FileInfo(Path.Combine(folder, Finished));
        if (mark.Exists && (isOffline || DateTime.UtcNow - mark.LastWriteTimeUtc < Fresh))
            return folder;
        if (isOffline)
            throw new InputException($"{folder} is missing: what is needed to link for {rid}. Run once without --offline.");
        try
        {
            await MakeAsync(folder, RidNames.Debian(rid), cancellation);
        }
        catch (Exception failed) when (failed is ToolFailedException or ToolNotFoundException)
        {
            throw new InputException(
                $"What is needed to link for {rid} cannot be fetched by apt-get: {failed.Message} Run it on Debian, or on a machine of that architecture.",
                failed);
        }

        return folder;
    }

    private async Task MakeAsync(string folder, string architecture, CancellationToken cancellation)
    {
        using var work = new ScratchFolder("sysroot-");
        var archives = await DownloadAsync(work.Path, architecture, cancellation);
        var root = Path.Combine(work.Path, "root");
        var database = new DpkgDatabaseWriter(Path.Combine(root, "var", "lib", "dpkg"));
        foreach (var archive in archives)
        {
            var part = Directory.CreateDirectory(Path.Combine(work.Path, "parts", Path.GetFileName(archive))).FullName;
            await RunAsync("dpkg-deb", ["--extract", archive, part], work.Path, cancellation);
            database.Add(await RunAsync("dpkg-deb", ["--field", archive], work.Path, cancellation), part);
            await RunAsync("dpkg-deb", ["--extract", archive, root], work.Path, cancellation);
        }

        database.Write();
        File.WriteAllText(Path.Combine(root, Finished), "");
        Replace(root, folder);
    }

    private async Task<string[]> DownloadAsync(string work, string architecture, CancellationToken cancellation)
    {
        string[] folders = ["state/lists/partial", "cache/archives/partial", "archives"];
        foreach (var inner in folders)
            Directory.CreateDirectory(Path.Combine(work, inner));
        ImmutableArray<string> options =
        [
            "-o", $"Dir::State={work}/state", "-o", "Dir::State::status=/dev/null", "-o", $"Dir::Cache={work}/cache",
            "-o", $"APT::Architecture={architecture}", "-o", $"APT::Architectures={architecture}", "-qq",
        ];
        await RunAsync("apt-get", [.. options, "update"], work, cancellation);
        var archives = Path.Combine(work, "archives");
        await RunAsync("apt-get", [.. options, "download", .. Packages, .. await CompilerLibrariesAsync(cancellation)], archives, cancellation);
        return Directory.GetFiles(archives, "*.deb");
    }

    /// <summary>The libraries of the compiler are named by its version: those that this machine links with.</summary>
    private async Task<IEnumerable<string>> CompilerLibrariesAsync(CancellationToken cancellation)
    {
        var said = await RunAsync("dpkg-query", ["--show", "--showformat=${db:Status-Status} ${Package}\\n", "libgcc-*-dev"], "/", cancellation);
        return said.Split('\n').Where(line => line.StartsWith("installed ", StringComparison.Ordinal)).Select(line => line["installed ".Length..]);
    }

    private async Task<string> RunAsync(string program, ImmutableArray<string> arguments, string folder, CancellationToken cancellation)
    {
        var command = new ToolCommand
        {
            Executable = program,
            Arguments = arguments,
            WorkingDirectory = folder,
            UsesNetwork = program == "apt-get",
            Timeout = Limit,
        };
        return (await runner.RunAsync(command, cancellation)).Output;
    }

    /// <summary>The cache may lie on another file system, where a folder cannot be moved to.</summary>
    private static void Replace(string root, string folder) => AtomicOutput.Folder(folder, draft => FileCopies.CopyTree(root, draft));
}
