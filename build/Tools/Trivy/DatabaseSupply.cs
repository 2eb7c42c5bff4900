namespace ContainerSecurity.Tools.Trivy;

/// <summary>Keeps the vulnerability database in the user's cache fresh, without making a machine that has no network wait for it on every run.</summary>
/// <param name="answers">Whether a registry can be reached at all.</param>
internal sealed class DatabaseSupply(IToolRunner runner, TimeProvider clock, Func<Uri, CancellationToken, Task<bool>> answers)
{
    /// <summary>Where the database lies; whoever has no network may put <c>trivy.db</c> and <c>metadata.json</c> there.</summary>
    public static string Folder(BuildPaths paths) => Path.Combine(Home(paths), "db");

    public async Task<DatabaseState> HaveAsync(TrivyTool tool, BuildOptions options, BuildPaths paths, CancellationToken cancellation)
    {
        var found = Find(options, paths);
        if (found.IsFresh(clock.GetUtcNow(), options.DatabaseMaxAge) || (found.IsUsable && Pinned(options) is not null))
            return found;
        if (options.Offline)
            return found with { NotRefreshed = "--offline was given" };

        var pause = new DatabasePause(Path.Combine(Home(paths), "database-failed"), clock, options.DatabaseRepository);
        if (pause.Reason() is { } reason)
            return found with { NotRefreshed = reason };

        var failed = await DownloadAsync(tool, options.DatabaseRepository, paths, cancellation);
        if (failed is not null)
            pause.Begin();
        return Find(options, paths) with { NotRefreshed = failed };
    }

    /// <summary>What is in the cache; of a pinned database only that one counts.</summary>
    private static DatabaseState Find(BuildOptions options, BuildPaths paths)
    {
        var found = DatabaseOrigin.Identify(DatabaseFolder.Read(Folder(paths)));
        if (Pinned(options) is not { } pinned || !found.IsUsable)
            return found;

        return found.Repository == pinned
            ? found with { NotRefreshed = "it is pinned by its digest: pin a newer one in --db-repository, or allow more in --db-max-age" }
            : new DatabaseState(Folder: null, UpdatedAt: null, $"the one in {Folder(paths)} is not known to be {pinned}");
    }

    private static string? Pinned(BuildOptions options) => options.DatabaseRepository is { } repository && repository.Contains('@') ? repository : null;

    /// <returns>Null when a database arrived; else what was tried.</returns>
    private async Task<string?> DownloadAsync(TrivyTool tool, string? repository, BuildPaths paths, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Home(paths));
        if (repository is not null)
            return await DownloadFromAsync(tool, repository, paths, cancellation) is { } why ? $"{repository} gave none: {why}" : null;

        var reached = await Task.WhenAll(DatabaseMirrors.All.Select(mirror => answers(mirror.Registry, cancellation)));
        var tried = new List<string>();
        foreach (var (mirror, reachable) in DatabaseMirrors.All.Zip(reached))
        {
            if (!reachable)
                tried.Add($"{mirror.Repository} (no answer)");
            else if (await DownloadFromAsync(tool, mirror.Repository, paths, cancellation) is { } failed)
                tried.Add($"{mirror.Repository} ({failed})");
            else
                return null;
        }

        return $"no mirror gave one: {string.Join(", ", tried)}";
    }

    private async Task<string?> DownloadFromAsync(TrivyTool tool, string repository, BuildPaths paths, CancellationToken cancellation)
    {
        // Beside the final place, so that the last step is a rename and a killed download leaves nothing that could be taken for a database.
        var scratch = Directory.CreateDirectory(Path.Combine(Home(paths), $"download-{Guid.NewGuid():N}")).FullName;
        try
        {
            await runner.RunAsync(TrivyCommands.DownloadDatabase(tool, scratch, repository), cancellation);
            var arrived = Path.Combine(scratch, "db");
            if (DatabaseFolder.Read(arrived) is { Missing: { } flaw })
                return $"what arrived cannot be used: {flaw}";

            DatabaseOrigin.Write(arrived, repository);
            Replace(Folder(paths), arrived, scratch);
            return null;
        }
        catch (ToolFailedException)
        {
            return "the download failed";
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Replace(string folder, string arrived, string scratch)
    {
        if (Directory.Exists(folder))
            Directory.Move(folder, Path.Combine(scratch, "old"));
        Directory.Move(arrived, folder);
    }

    private static string Home(BuildPaths paths) => Path.Combine(paths.Cache, "trivy");
}
