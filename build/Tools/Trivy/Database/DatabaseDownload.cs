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

    /// <param name="repository">The only repository to try; null tries the mirrors.</param>
    /// <param name="scratch">An empty folder, on the same file system as <paramref name="folder"/>.</param>
    /// <param name="folder">The destination of the database.</param>
    /// <returns>Null when a database was downloaded; else what was tried.</returns>
    public async Task<string?> FetchAsync(TrivyTool tool, string? repository, string scratch, string folder, CancellationToken cancellation)
    {
        ImmutableArray<string> places = repository is not null ? [repository] : await ReachableAsync(cancellation);
        var failures = ImmutableSortedDictionary<string, string>.Empty;
        for (var round = 1; round <= Rounds && places.Length > 0; round++)
        {
            if (round > 1)
                await Task.Delay(RetryDelay, cancellation);
            foreach (var place in places)
            {
                if (await FetchFromAsync(tool, place, scratch, folder, cancellation) is not { } why)
                    return null;
                failures = failures.SetItem(place, why);
            }

            places = places.RemoveAll(place => failures[place].StartsWith(Unusable, StringComparison.Ordinal));
        }

        if (repository is not null)
            return $"{repository} did not provide one: {failures[repository]}";

        var tried = Mirrors.Select(mirror => $"{mirror.Repository} ({failures.GetValueOrDefault(mirror.Repository, "no answer")})");
        return $"no mirror provided one: {string.Join(", ", tried)}";
    }

    private async Task<ImmutableArray<string>> ReachableAsync(CancellationToken cancellation)
    {
        var reached = await Task.WhenAll(Mirrors.Select(mirror => IsReachable(mirror.Registry, cancellation)));
        return [.. Mirrors.Zip(reached).Where(each => each.Second).Select(each => each.First.Repository)];
    }

    private async Task<string?> FetchFromAsync(TrivyTool tool, string repository, string scratch, string folder, CancellationToken cancellation)
    {
        var cache = Path.Combine(scratch, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(cache);
        try
        {
            await runner.RunAsync(TrivyCommands.DownloadDatabase(tool, cache, repository), cancellation);
            var arrived = Path.Combine(cache, "db");
            if (DatabaseFolder.Read(arrived) is { Missing: { } flaw })
                return Unusable + flaw;

            DatabaseOrigin.Write(arrived, repository);
            PrivateFolder.Close(arrived);
            Replace(folder, arrived, cache);
            return null;
        }
        catch (ToolFailedException failed)
        {
            return "the download failed: " + LastLine(failed.Message);
        }
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
