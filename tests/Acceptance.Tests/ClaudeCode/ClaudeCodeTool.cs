using System.Collections.Immutable;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Acquisition;
using ContainerSecurity.Tools.Acquisition.Updates;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>
/// Claude Code as the suite itself fetches it, pinned in tools.lock.json and verified; and the newest that npm offers, of which the registry alone
/// says what its digest is. Both are the package of this platform, which holds the executable itself.
/// </summary>
internal static class ClaudeCodeTool
{
    private const string Name = "claude-code";

    private static readonly ToolRunner Runner = new();

    private static readonly Lazy<Task<AcquiredTool>> Pinned = new(AcquirePinnedAsync);

    private static readonly Lazy<Task<AcquiredTool>> Newest = new(AcquireNewestAsync);

    /// <returns>
    /// The same one for all tests. Where npm has no newer one to give, the newest is the pinned one, and its note says why.
    /// </returns>
    public static Task<AcquiredTool> GetAsync(ClaudeCodeVersion version) => (version == ClaudeCodeVersion.Pinned ? Pinned : Newest).Value;

    private static async Task<AcquiredTool> AcquirePinnedAsync()
    {
        var pinned = await AcquireAsync(ToolsLock.Load(Repository.Paths.ToolsLock), Repository.Paths.Cache);
        Requirement.Require(pinned.Path is not null, $"Claude Code ({pinned.Unavailable})");
        return pinned;
    }

    private static async Task<AcquiredTool> AcquireNewestAsync()
    {
        var newest = await FindNewestAsync();
        return newest.Path is not null ? newest : await Pinned.Value with { Note = newest.Unavailable };
    }

    private static async Task<AcquiredTool> FindNewestAsync()
    {
        var pinned = ToolsLock.Load(Repository.Paths.ToolsLock).Tools[Name].Platforms[HostPlatform.Name].OfType<NpmPackage>().First();
        try
        {
            var releases = new NpmReleases(Runner);
            var newest = (await releases.VersionsAsync(pinned, CancellationToken.None)).Max(offered => offered.Version)!;
            if (newest <= Version.Parse(pinned.Version))
                return Missing($"npm has none above {pinned.Version}, which is pinned");
            return await AcquireReleaseAsync(await releases.PinAsync(pinned, newest, CancellationToken.None));
        }
        catch (ToolFailedException silent)
        {
            return Missing(NpmFailure.Summarize(silent.Message));
        }

        static AcquiredTool Missing(string why) => new(null, null, null, why);
    }

    /// <summary>In a cache of its own, where one version replaces another: each has 400 MB.</summary>
    private static async Task<AcquiredTool> AcquireReleaseAsync(NpmPackage newest)
    {
        var cache = Path.Combine(Repository.Paths.Cache, "newest");
        var versions = new DirectoryInfo(Path.Combine(cache, "tools", Name));
        foreach (var older in versions.Exists ? versions.GetDirectories("*.*.*").Where(version => version.Name != newest.Version) : [])
            older.Delete(recursive: true);
        var platforms = ImmutableSortedDictionary.Create<string, ImmutableArray<ToolOrigin>>().Add(HostPlatform.Name, [newest]);
        var tool = new LockedTool(newest.Version, platforms);
        return await AcquireAsync(new ToolsLock(ImmutableSortedDictionary.Create<string, LockedTool>().Add(Name, tool)), cache);
    }

    private static Task<AcquiredTool> AcquireAsync(ToolsLock locked, string cache) =>
        new ToolSource(locked, new ToolSourceSettings { Cache = cache }, Runner).AcquireAsync(Name, CancellationToken.None);
}
