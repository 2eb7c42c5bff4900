using ContainerSecurity.Processes;
using static Build.Tests.Tools.Acquisition.AcquisitionFixture;
using static Build.Tests.Tools.Acquisition.SampleArchive;

namespace Build.Tests.Tools.Acquisition;

public sealed class CachedToolTests : IDisposable
{
    private const string Tarball = "sample.tar.gz";
    private static readonly byte[] Evil = "#!/bin/sh\necho evil\n"u8.ToArray();
    private static readonly byte[] Archive = Tar(File("LICENSE", [1]), File("sample", Script));

    private readonly AcquisitionFixture _fixture = new();

    public CachedToolTests() => _fixture.Server.Answer(AssetPath + Tarball, Archive);

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Where_no_executable_digest_is_pinned_archive_and_digest_lie_beside_the_executable()
    {
        var acquired = await _fixture.AcquireAsync(Release(Tarball, Archive));
        var folder = Path.GetDirectoryName(acquired.Path)!;

        Assert.Equal($"{Sha256(Script)}  sample\n", System.IO.File.ReadAllText(Path.Combine(folder, "sample.sha256")));
        Assert.Equal(Archive, System.IO.File.ReadAllBytes(Path.Combine(folder, Tarball)));
        await new ToolRunner().RunAsync(
            new ToolCommand
            {
                Executable = "sha256sum",
                Arguments = ["--check", "--strict", "sample.sha256"],
                WorkingDirectory = folder,
                Timeout = TimeSpan.FromSeconds(10),
            },
            CancellationToken.None);
    }

    [Fact]
    public async Task A_swapped_executable_is_refused_where_its_digest_is_pinned()
    {
        var release = Release(Tarball, Archive) with { ExecutableSha256 = Sha256(Script) };
        var acquired = await _fixture.AcquireAsync(release);
        await System.IO.File.WriteAllBytesAsync(acquired.Path!, Evil);

        var refused = await Assert.ThrowsAsync<ToolFailedException>(() => _fixture.AcquireAsync(release));

        Assert.Contains(acquired.Path!, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Sha256(Evil), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("sample.sha256")]
    [InlineData(Tarball)]
    [InlineData("sample", "sample.sha256")]
    [InlineData("sample", "sample.sha256", Tarball)]
    public async Task A_change_of_any_cached_file_is_refused_where_no_executable_digest_is_pinned(params string[] changed)
    {
        var release = Release(Tarball, Archive);
        var acquired = await _fixture.AcquireAsync(release);
        foreach (var name in changed)
            Replace(Path.Combine(Path.GetDirectoryName(acquired.Path)!, name));

        await Assert.ThrowsAsync<ToolFailedException>(() => _fixture.AcquireAsync(release));
    }

    [Theory]
    [InlineData("sample.sha256")]
    [InlineData(Tarball)]
    public async Task A_cached_executable_that_nothing_proves_any_more_is_refused(string lost)
    {
        var release = Release(Tarball, Archive);
        var acquired = await _fixture.AcquireAsync(release);
        System.IO.File.Delete(Path.Combine(Path.GetDirectoryName(acquired.Path)!, lost));

        var refused = await Assert.ThrowsAsync<ToolFailedException>(() => _fixture.AcquireAsync(release));

        Assert.Contains("cannot be verified", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_builds_at_once_fetch_once_and_all_get_the_tool()
    {
        var release = Release(Tarball, Archive) with { ExecutableSha256 = Sha256(Script) };

        var acquired = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => _fixture.Source([release]).AcquireAsync("sample", CancellationToken.None)));

        Assert.All(acquired, tool => Assert.NotNull(tool.Path));
        Assert.Equal(1, _fixture.Server.Network.Asked);
    }

    [Fact]
    public async Task A_build_waits_while_another_one_fetches_and_can_be_cancelled()
    {
        using var other = await new ContainerSecurity.Tools.Acquisition.ToolCache(Path.Combine(_fixture.Cache, "tools"))
            .StageAsync("sample", CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var waiting = _fixture.Source([Release(Tarball, Archive)]).AcquireAsync("sample", cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, _fixture.Server.Network.Asked);
    }

    [SkippableFact]
    public async Task A_tool_that_anybody_may_replace_is_refused()
    {
        if (OperatingSystem.IsWindows())
            throw new SkipException("file modes");
        System.IO.File.SetUnixFileMode(Directory.CreateDirectory(_fixture.Cache).FullName, (UnixFileMode)0b111_101_101);
        var release = Release(Tarball, Archive);
        var folder = Path.GetDirectoryName((await _fixture.AcquireAsync(release)).Path)!;
        // A folder that an older version made is as open as the umask was.
        for (var above = folder; above != _fixture.Cache; above = Path.GetDirectoryName(above)!)
            System.IO.File.SetUnixFileMode(above, (UnixFileMode)0b111_101_101);
        Assert.NotNull((await _fixture.AcquireAsync(release)).Path);
        System.IO.File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_111);

        var refused = await Assert.ThrowsAsync<ToolFailedException>(() => _fixture.AcquireAsync(release));

        Assert.Contains($"anybody on this machine may write to {folder}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_makes_a_tool_unavailable_and_says_why()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.Cache, "tools"));
        System.IO.File.WriteAllText(Path.Combine(_fixture.Cache, "tools", "sample"), "in the way");

        var acquired = await _fixture.AcquireAsync(Release(Tarball, Archive));

        Assert.Null(acquired.Path);
        Assert.Contains("the cache cannot be written", acquired.Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_build_left_is_never_used()
    {
        var left = Directory.CreateDirectory(Path.Combine(_fixture.Cache, "tools", "sample", ".new", "ready")).FullName;
        await System.IO.File.WriteAllBytesAsync(Path.Combine(left, "sample"), Evil);
        await System.IO.File.WriteAllBytesAsync(Path.Combine(left, "..", Tarball), Archive[..^10]);

        var acquired = await _fixture.AcquireAsync(Release(Tarball, Archive));

        Assert.Equal(Script, System.IO.File.ReadAllBytes(acquired.Path!));
        Assert.False(Directory.Exists(left));
    }

    private static void Replace(string path) => System.IO.File.WriteAllBytes(
        path,
        Path.GetExtension(path) switch
        {
            ".sha256" => System.Text.Encoding.ASCII.GetBytes($"{Sha256(Evil)}  sample\n"),
            ".gz" => Tar(File("sample", Evil)),
            _ => Evil,
        });
}
