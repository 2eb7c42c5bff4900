using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>Fetches the vulnerability database with Trivy: from one given repository, or from the public mirrors in their order.</summary>
internal sealed class DatabaseDownload(IToolRunner runner)
{
    /// <summary>A registry that is only overloaded answers a moment later.</summary>
    private const int Rounds = 2;

    /// <summary>Another attempt at the same repository would give the same result.</summary>
    private const string Unusable = "the downloaded database cannot be used: ";

    public ImmutableArray<DatabaseMirror> Mirrors { get; init; } = DatabaseMirrors.All;

    /// <summary>Whether a registry can be reached at all.</summary>
    public Func<Uri, CancellationToken, Task<bool>> IsReachable { get; init; } = DatabaseMirrors.IsReachableAsync;

    /// <summary>Between two rounds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A newer database is kept even when it is not new enough; an older one never replaces a newer.</summary>
    /// <returns>Null when a database that is new enough was downloaded; else what was tried.</returns>
    public async Task<string?> FetchAsync(TrivyTool tool, DatabaseRequest request, CancellationToken cancellation)
    {
        ImmutableArray<string> places = request.Repository is { } only ? [only] : await ReachableAsync(cancellation);
        var failures = ImmutableSortedDictionary<string, string>.Empty;
        for (var round = 1; round <= Rounds && places.Length > 0; round++)
        {
            if (round > 1)
                await Task.Delay(RetryDelay, cancellation);
            foreach (var place in places)
            {
                if (await FetchFromAsync(tool, place, request, cancellation) is not { } why)
                    return null;
                failures = failures.SetItem(place, why);
            }

            places = places.RemoveAll(place => failures[place].StartsWith(Unusable, StringComparison.Ordinal));
        }

        if (request.Repository is { } repository)
            return $"{repository} did not provide one: {failures[repository]}";

        var tried = Mirrors.Select(mirror => $"{mirror.Repository} ({failures.GetValueOrDefault(mirror.Repository, "no answer")})");
        return $"no mirror provided one: {string.Join(", ", tried)}";
    }

    private async Task<ImmutableArray<string>> ReachableAsync(CancellationToken cancellation)
    {
        var reached = await Task.WhenAll(Mirrors.Select(mirror => IsReachable(mirror.Registry, cancellation)));
        return [.. Mirrors.Zip(reached).Where(each => each.Second).Select(each => each.First.Repository)];
    }

    private async Task<string?> FetchFromAsync(TrivyTool tool, string repository, DatabaseRequest request, CancellationToken cancellation)
    {
        var cache = Path.Combine(request.Scratch, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(cache);
        try
        {
            await runner.RunAsync(TrivyCommands.DownloadDatabase(tool, cache, repository), cancellation);
            var arrived = Path.Combine(cache, "db");
            var state = DatabaseFolder.Read(arrived);
            if (FlawOf(state, request) is { } flaw)
                return Unusable + flaw;

            DatabaseOrigin.Write(arrived, repository);
            PrivateFolder.Close(arrived);
            Replace(request.Folder, arrived, cache);
            return request.MaxAge is { } oldest && !state.IsFresh(request.Now, oldest) ? $"{Unusable}it is too old, of {state.UpdatedAt:u}" : null;
        }
        catch (ToolFailedException failed)
        {
            return "the download failed: " + LastLine(failed.Message);
        }
    }

    /// <summary>
    /// Why it must not take the place of the one that is there. A mirror that lags, or somebody in its place, must not undo an update.
    /// </summary>
    private static string? FlawOf(DatabaseState arrived, DatabaseRequest request)
    {
        if (arrived.Missing is { } missing)
            return missing;

        var here = DatabaseFolder.Read(request.Folder).UpdatedAt;
        return request.MaxAge is not null && here <= request.Now && arrived.UpdatedAt < here
            ? $"it is of {arrived.UpdatedAt:u}, older than the one that is here, of {here:u}"
            : null;
    }

    /// <summary>The runner quotes a program's last lines indented; the last of them is the reason.</summary>
    private static string LastLine(string message) =>
        message.Split('\n').LastOrDefault(line => line.StartsWith("  ", StringComparison.Ordinal), message).Trim();

    private static void Replace(string folder, string arrived, string scratch)
    {
        if (Directory.Exists(folder))
            Directory.Move(folder, Path.Combine(scratch, "old"));
        Directory.Move(arrived, folder);
    }
}
