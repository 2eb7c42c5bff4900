using ContainerSecurity.Checkout;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Moves verified tools into the cache in one atomic step; builds that share the cache take turns.</summary>
/// <param name="folder">Absolute; created when first needed.</param>
internal sealed class ToolCache(string folder)
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public CachedTool Locate(string name, LockedTool tool, ToolOrigin origin)
    {
        var suffix = (origin.Member ?? origin.FileName).EndsWith(".exe", StringComparison.Ordinal) ? ".exe" : "";
        return new CachedTool(Path.Combine(folder, name, tool.Version, origin.Digest.Hex), name + suffix, origin);
    }

    /// <summary>An empty folder for one download of this tool, locked until it is disposed.</summary>
    public Task<StagingFolder> StageAsync(string name, CancellationToken cancellation) =>
        StagingFolder.AcquireAsync(Path.Combine(PrivateFolder.Create(Path.Combine(folder, name)), ".new"), cancellation);

    /// <summary>Verifies a downloaded file, extracts the executable, verifies that, and moves both into the cache in one step.</summary>
    /// <exception cref="ToolFailedException">The file or its member does not match its pinned digest; nothing was kept.</exception>
    public static void Install(string fetched, CachedTool tool, StagingFolder staging)
    {
        var origin = tool.Origin;
        var ready = tool with { Folder = PrivateFolder.Create(Path.Combine(staging.Path, "ready")) };
        RequireSize(fetched, origin);
        origin.Digest.Verify(fetched, $"{origin.FileName} of {origin.Label}", Advice);
        TakeExecutable(fetched, ready);
        ready.Verify();
        Place(ready.Folder, tool.Folder);
    }

    private const string Advice =
        "Someone may have replaced it, or a proxy answered in its place. Do not use it: compare it with the publisher's digest, and try again from "
        + "another network.";

    private static void RequireSize(string fetched, ToolOrigin origin)
    {
        var length = new FileInfo(fetched).Length;
        if (origin.Size is { } pinned && pinned != length)
        {
            throw new ToolFailedException(
                $"{origin.FileName} of {origin.Label} has {length:N0} bytes where {pinned:N0} are pinned: truncated or replaced. It was not run. "
                + $"{Advice}");
        }
    }

    private static void TakeExecutable(string fetched, CachedTool ready)
    {
        if (ready.Origin.Member is null)
            File.Copy(fetched, ready.Executable);
        else
            ArchiveMember.Read(fetched, ready.Origin.Entry!, content => Write(content, ready.Executable));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(ready.Executable, Executable);
        if (!ready.NeedsArchive)
            return;
        File.Copy(fetched, ready.Archive);
        File.WriteAllText(ready.Record, ready.RecordLine(PinnedDigest.ComputeSha256(ready.Executable)));
    }

    private static long Write(Stream content, string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        content.CopyTo(file);
        file.Flush(flushToDisk: true);
        return file.Length;
    }

    // An existing folder contains no executable: somebody created it to put a downloaded file into it.
    private static void Place(string ready, string final)
    {
        PrivateFolder.Create(Path.GetDirectoryName(final)!);
        if (Directory.Exists(final))
            Directory.Delete(final, recursive: true);
        Directory.Move(ready, final);
    }
}
