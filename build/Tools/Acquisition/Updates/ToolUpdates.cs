using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>
/// Implements <c>--target=UpdateTools</c>: proposes new entries for the lock file without writing them; a person compares the digests and commits.
/// </summary>
internal sealed class ToolUpdates(GitHubReleases releases, NpmReleases packages, TimeProvider clock)
{
    public async Task<ImmutableArray<ToolUpdate>> ProposeAsync(ToolsLock locked, CancellationToken cancellation)
    {
        var updates = ImmutableArray.CreateBuilder<ToolUpdate>();
        foreach (var (name, tool) in locked.Tools)
            updates.Add(await ProposeAsync(name, tool, cancellation));
        return updates.ToImmutable();
    }

    private async Task<ToolUpdate> ProposeAsync(string name, LockedTool tool, CancellationToken cancellation)
    {
        var update = new ToolUpdate(name, tool.Version);
        try
        {
            var current = PublishedVersion.TryParse(tool.Version, default)?.Version
                ?? throw new ToolFailedException(
                    $"{name} is pinned to '{tool.Version}', which cannot be compared with releases. Enter the next version by hand.");
            var offered = await OfferedEverywhereAsync(tool, cancellation);
            var (chosen, tooYoung) = CoolDown.Choose(current, offered, clock.GetUtcNow());
            update = update with { TooYoung = tooYoung, Chosen = chosen };
            return chosen is null ? update : update with { Entry = Json(await PinAsync(tool, chosen.Version, cancellation)) };
        }
        catch (ToolFailedException failed)
        {
            return update with { Problem = failed.Message };
        }
    }

    // A tool has one version on all platforms; its packages may be published hours apart, so the latest date counts.
    private async Task<IEnumerable<PublishedVersion>> OfferedEverywhereAsync(LockedTool tool, CancellationToken cancellation)
    {
        var feeds = new Dictionary<string, ImmutableArray<PublishedVersion>>();
        foreach (var origin in tool.Platforms.Values.SelectMany(origins => origins).Where(origin => origin.StandIn is null))
        {
            if (!feeds.ContainsKey(FeedOf(origin)))
                feeds[FeedOf(origin)] = await VersionsAsync(origin, cancellation);
        }

        return from offer in feeds.Values.SelectMany(versions => versions)
               group offer.PublishedAt by offer.Version into dates
               where dates.Count() == feeds.Count
               select new PublishedVersion(dates.Key, dates.Max());
    }

    private async Task<LockedTool> PinAsync(LockedTool tool, Version version, CancellationToken cancellation)
    {
        var platforms = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<ToolOrigin>>();
        foreach (var (platform, origins) in tool.Platforms)
        {
            var pinned = ImmutableArray.CreateBuilder<ToolOrigin>();
            foreach (var origin in origins)
                pinned.Add(origin.StandIn is null ? await PinAsync(origin, version, cancellation) : origin);
            platforms[platform] = pinned.ToImmutable();
        }

        return new LockedTool(version.ToString(), platforms.ToImmutable());
    }

    private Task<ImmutableArray<PublishedVersion>> VersionsAsync(ToolOrigin origin, CancellationToken cancellation) => origin switch
    {
        GitHubRelease release => releases.VersionsAsync(release, cancellation),
        NpmPackage package => packages.VersionsAsync(package, cancellation),
        _ => throw new NotSupportedException(origin.Label),
    };

    private async Task<ToolOrigin> PinAsync(ToolOrigin origin, Version version, CancellationToken cancellation) => origin switch
    {
        GitHubRelease release => await releases.PinAsync(release, version, cancellation),
        NpmPackage package => await packages.PinAsync(package, version, cancellation),
        _ => throw new NotSupportedException(origin.Label),
    };

    private static string FeedOf(ToolOrigin origin) => origin is GitHubRelease release ? release.Repository : ((NpmPackage)origin).Package;

    private static string Json(LockedTool entry) => JsonSerializer.Serialize(entry, LockJson.Settings);
}
