using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>
/// Acquires the tools of the lock file from the cache or from their sources in order. Tools are verified before each use and never taken from PATH.
/// </summary>
/// <param name="network">The HTTP handler; the default uses the proxies and certificates of the environment.</param>
internal sealed class ToolSource(ToolsLock locked, ToolSourceSettings settings, IToolRunner runner, HttpMessageHandler? network = null) : IToolSource
{
    private static readonly SocketsHttpHandler Internet = ReleaseDownload.CreateHandler();

    private readonly ReleaseDownload _releases = new(network ?? Internet, settings.Clock, settings.Progress);
    private readonly NpmDownload _packages = new(runner);
    private readonly ToolCache _cache = new(Path.Combine(settings.Cache, "tools"));
    private readonly UnreachableHosts _unreachable = new(Path.Combine(settings.Cache, "tools"), settings.Clock);

    public async Task<AcquiredTool> AcquireAsync(string name, CancellationToken cancellation)
    {
        if (!locked.Tools.TryGetValue(name, out var tool))
            throw new InputException($"tools.lock.json has no entry '{name}'. Restore the file from the last release.");
        if (!tool.Platforms.TryGetValue(settings.Platform, out var origins))
            return new AcquiredTool(null, tool.Version, null, $"tools.lock.json has no {name} for {settings.Platform}");

        var misses = new List<string>();
        foreach (var origin in origins)
        {
            var cached = _cache.Locate(name, tool, origin);
            if (await ObtainAsync(name, cached, cancellation) is { } miss)
                misses.Add($"{origin.Label}: {miss}");
            else
                return Acquired(cached, tool, misses);
        }

        return new AcquiredTool(null, tool.Version, null, string.Join("; ", misses));
    }

    private static AcquiredTool Acquired(CachedTool cached, LockedTool tool, List<string> misses) =>
        new(cached.Executable, cached.Origin.StandIn?.ReportedVersion ?? tool.Version, cached.Origin.Label, null)
        {
            IsStandIn = cached.Origin.StandIn is not null,
            Note = misses.Count > 0 ? string.Join("; ", misses) : null,
        };

    /// <returns>Null when the tool is in the cache and verified, else why it is not.</returns>
    private async Task<string?> ObtainAsync(string name, CachedTool cached, CancellationToken cancellation)
    {
        if (!cached.IsInstalled && await InstallAsync(name, cached, cancellation) is { } miss)
            return miss;
        if (WorldWritable.Find(settings.Cache, cached.Executable) is { } open)
            throw new ToolFailedException($"{name} was not run: {WorldWritable.GetAdvice(open)}.");
        await Task.Run(cached.Verify, cancellation);
        return null;
    }

    private async Task<string?> InstallAsync(string name, CachedTool cached, CancellationToken cancellation)
    {
        if (!File.Exists(cached.Archive) && WhyNotAsk(cached) is { } reason)
            return reason;
        try
        {
            using var staging = await _cache.StageAsync(name, cancellation);
            return await FillAsync(cached, staging, cancellation);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Read-only or full; another source may already be in the cache.
            return $"the cache cannot be written ({closed.Message})";
        }
    }

    private async Task<string?> FillAsync(CachedTool cached, StagingFolder staging, CancellationToken cancellation)
    {
        // Another build may have downloaded it while this one waited.
        if (cached.IsInstalled)
            return null;
        var file = cached.Archive;
        if (!File.Exists(file))
        {
            file = Path.Combine(staging.Path, cached.Origin.FileName);
            if (await FetchAsync(cached.Origin, file, cancellation) is { } miss)
                return miss.Reason;
        }

        await Task.Run(() => ToolCache.Install(file, cached, staging), cancellation);
        return null;
    }

    private string? WhyNotAsk(CachedTool cached) =>
        settings.Offline ? $"--offline, and the cache has none; put {cached.Origin.FileName} into {cached.Folder}"
        : settings.RetryUnreachable ? null
        : _unreachable.Recall(cached.Origin.Host);

    private async Task<FetchFailure?> FetchAsync(ToolOrigin origin, string file, CancellationToken cancellation)
    {
        var miss = origin switch
        {
            GitHubRelease release => await _releases.FetchAsync(release, file, cancellation),
            NpmPackage package => await _packages.FetchAsync(package, file, cancellation),
            _ => throw new NotSupportedException(origin.Label),
        };
        if (miss is { IsUnreachable: true })
            _unreachable.Remember(origin.Host, miss.Reason);
        else
            _unreachable.Forget(origin.Host);
        return miss;
    }
}
