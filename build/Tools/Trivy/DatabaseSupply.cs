using System.Globalization;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Keeps the vulnerability database in the user's cache fresh, without making a machine that has no network wait for it on every run.</summary>
/// <param name="answers">Whether a registry can be reached at all.</param>
internal sealed class DatabaseSupply(IToolRunner runner, TimeProvider clock, Func<Uri, CancellationToken, Task<bool>> answers)
{
    /// <summary>The makers publish every six hours; what is older than a day misses what was found since.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Where the database lies; whoever has no network may put <c>trivy.db</c> and <c>metadata.json</c> there.</summary>
    public static string Folder(BuildPaths paths) => Path.Combine(Home(paths), "db");

    public static bool IsFresh(DateTimeOffset updatedAt, DateTimeOffset now) => now - updatedAt <= Fresh && updatedAt - now <= TimeSpan.FromHours(1);

    public async Task<DatabaseState> HaveAsync(TrivyTool tool, BuildPaths paths, bool offline, CancellationToken cancellation)
    {
        var folder = Folder(paths);
        var found = DatabaseFolder.Read(folder);
        if (found.UpdatedAt is { } updatedAt && IsFresh(updatedAt, clock.GetUtcNow()))
            return found;
        if (offline)
            return found with { NotRefreshed = "--offline was given" };
        if (LastFailure(paths) is { } last && clock.GetUtcNow() - last is var since && since >= TimeSpan.Zero && since < Pause)
            return found with { NotRefreshed = $"the mirrors failed {since.TotalMinutes:0} min ago, and are asked again after {Pause.TotalMinutes:0} (or at once, without {FailureMark(paths)})" };

        var failed = await DownloadAsync(tool, paths, cancellation);
        if (failed is not null)
            File.WriteAllText(FailureMark(paths), clock.GetUtcNow().ToString("O"));
        return DatabaseFolder.Read(folder) with { NotRefreshed = failed };
    }

    /// <returns>Null when a database arrived; else what was tried.</returns>
    private async Task<string?> DownloadAsync(TrivyTool tool, BuildPaths paths, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Home(paths));
        var reached = await Task.WhenAll(DatabaseMirrors.All.Select(mirror => answers(mirror.Registry, cancellation)));
        var tried = new List<string>();
        foreach (var (mirror, reachable) in DatabaseMirrors.All.Zip(reached))
        {
            if (!reachable)
                tried.Add($"{mirror.Repository} (no answer)");
            else if (await DownloadAsync(tool, paths, mirror, cancellation) is { } failed)
                tried.Add($"{mirror.Repository} ({failed})");
            else
                return null;
        }

        return $"no mirror gave one: {string.Join(", ", tried)}";
    }

    private async Task<string?> DownloadAsync(TrivyTool tool, BuildPaths paths, DatabaseMirror mirror, CancellationToken cancellation)
    {
        // Beside the final place, so that the last step is a rename and a killed download leaves nothing that could be taken for a database.
        var scratch = Directory.CreateDirectory(Path.Combine(Home(paths), $"download-{Guid.NewGuid():N}")).FullName;
        try
        {
            await runner.RunAsync(TrivyCommands.DownloadDatabase(tool, scratch, mirror.Repository), cancellation);
            var arrived = Path.Combine(scratch, "db");
            if (DatabaseFolder.Read(arrived) is { Missing: { } flaw })
                return $"what arrived cannot be used: {flaw}";

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

    private static string FailureMark(BuildPaths paths) => Path.Combine(Home(paths), "database-failed");

    private static DateTimeOffset? LastFailure(BuildPaths paths) =>
        File.Exists(FailureMark(paths))
        && DateTimeOffset.TryParse(File.ReadAllText(FailureMark(paths)), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? at
            : null;
}
