using ContainerSecurity.Checkout;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>
/// Keeps the vulnerability database in the user's cache up to date, without making a machine that has no network wait for it on every run.
/// </summary>
internal sealed class DatabaseCache(DatabaseDownload download, TimeProvider clock)
{
    /// <summary>The folder of the database; on a machine without network <c>trivy.db</c> and <c>metadata.json</c> can be copied there.</summary>
    public static string Folder(BuildPaths paths) => Path.Combine(Home(paths), "db");

    public async Task<DatabaseState> GetAsync(TrivyTool tool, DatabaseSettings settings, BuildPaths paths, CancellationToken cancellation)
    {
        var found = Find(settings, paths);
        if (Suffices(found, settings))
            return found;
        if (settings.Offline)
            return found with { NotRefreshed = "--offline was given" };

        try
        {
            return await RefreshAsync(tool, settings, paths, cancellation);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Also a full disk; what is already in the cache is still usable.
            return Find(settings, paths) with { NotRefreshed = $"the cache cannot be written: {closed.Message}" };
        }
    }

    private async Task<DatabaseState> RefreshAsync(TrivyTool tool, DatabaseSettings settings, BuildPaths paths, CancellationToken cancellation)
    {
        var pause = new DownloadBackoff(Path.Combine(Home(paths), "database-failed"), clock, settings.Repository);
        if (!settings.RetryUnreachable && pause.GetReason() is { } reason)
            return Find(settings, paths) with { NotRefreshed = reason };

        PrivateFolder.Create(Home(paths));
        // Beside the destination, so that the last step is a rename; one build at a time, so that a second one finds what the first downloaded.
        using var staging = await StagingFolder.AcquireAsync(Path.Combine(Home(paths), "download"), cancellation);
        var found = Find(settings, paths);
        if (Suffices(found, settings))
            return found;

        TimeSpan? oldest = Pinned(settings) is null ? settings.MaxAge : null;
        var request = new DatabaseRequest(settings.Repository, staging.Path, Folder(paths), oldest) { Now = clock.GetUtcNow() };
        var failed = await download.FetchAsync(tool, request, cancellation);
        if (failed is not null)
            pause.Start();
        return Find(settings, paths) with { NotRefreshed = failed };
    }

    /// <summary>The database in the cache; when one is pinned, only that one is accepted, and it is hashed each time.</summary>
    private static DatabaseState Find(DatabaseSettings settings, BuildPaths paths)
    {
        var folder = Folder(paths);
        var found = WorldWritable.Find(paths.Cache, DatabaseState.DataFile(folder)) is { } open
            ? new DatabaseState(Folder: null, UpdatedAt: null, WorldWritable.GetAdvice(open))
            : DatabaseOrigin.Identify(
                DatabaseFolder.Read(folder), Path.Combine(Home(paths), "database-digest.json"), ignoreRemembered: Pinned(settings) is not null);
        if (Pinned(settings) is not { } pinned || !found.IsUsable)
            return found;

        return found.Repository == pinned
            ? found with { NotRefreshed = "it is pinned by its digest: pin a newer one in --db-repository, or allow more in --db-max-age" }
            : new DatabaseState(Folder: null, UpdatedAt: null, $"the one in {folder} is not known to be {pinned}");
    }

    private bool Suffices(DatabaseState found, DatabaseSettings settings) =>
        found.IsFresh(clock.GetUtcNow(), settings.MaxAge) || (found.IsUsable && Pinned(settings) is not null);

    private static string? Pinned(DatabaseSettings settings) => settings.Repository is { } repository && repository.Contains('@') ? repository : null;

    private static string Home(BuildPaths paths) => Path.Combine(paths.Cache, "trivy");
}
