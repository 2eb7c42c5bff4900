using System.Collections.Immutable;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Acquisition;

namespace Build.Tests.Tools.Acquisition;

/// <summary>A cache folder of its own, a release server, and a lock file with one tool called <c>sample</c>.</summary>
internal sealed class AcquisitionFixture : IDisposable
{
    public const string AssetPath = "/owner/sample/releases/download/v1.2.3/";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tools-");

    public ReleaseServer Server { get; } = new();

    public string Cache => Path.Combine(_folder.FullName, "cache");

    public void Dispose()
    {
        Server.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The asset as it is pinned; what the server serves is another matter.</summary>
    public static GitHubRelease Release(string asset, byte[] pinned, string? member = "sample") =>
        new("owner/sample", "v1.2.3", asset, SampleArchive.Sha256(pinned)) { Member = member, DigestSource = "this test" };

    public ToolSource Source(
        ImmutableArray<ToolOrigin> origins, IToolRunner? runner = null, Func<ToolSourceSettings, ToolSourceSettings>? change = null)
    {
        var platforms = ImmutableSortedDictionary<string, ImmutableArray<ToolOrigin>>.Empty.Add(HostPlatform.Name, origins);
        var locked = new ToolsLock(ImmutableSortedDictionary<string, LockedTool>.Empty.Add("sample", new LockedTool("1.2.3", platforms)));
        var settings = new ToolSourceSettings { Cache = Cache };
        return new ToolSource(locked, change?.Invoke(settings) ?? settings, runner ?? new ToolRunner(), Server.Network);
    }

    public Task<AcquiredTool> AcquireAsync(params ImmutableArray<ToolOrigin> origins) =>
        Source(origins).AcquireAsync("sample", CancellationToken.None);

    /// <summary>Acquisition is refused, the message says why, and nothing that could be run is left.</summary>
    public async Task<string> RefusedAsync(ToolOrigin origin, IToolRunner? runner = null)
    {
        var refused = await Assert.ThrowsAsync<ToolFailedException>(() => Source([origin], runner).AcquireAsync("sample", CancellationToken.None));
        AssertNothingKept();
        return refused.Message;
    }

    public void AssertNothingKept() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories).Select(Path.GetFileName),
            name => name is not null
                && !name.EndsWith(".lock", StringComparison.Ordinal)
                && !name.EndsWith(".unreachable", StringComparison.Ordinal));
}
