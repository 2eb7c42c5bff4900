using ContainerSecurity.Findings;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;
using static Build.Tests.Tools.Acquisition.AcquisitionFixture;
using static Build.Tests.Tools.Acquisition.SampleArchive;

namespace Build.Tests.Tools.Acquisition;

/// <summary>Sources that cannot be reached, and runs that must not try.</summary>
public sealed class ReachabilityTests : IDisposable
{
    private static readonly GitHubRelease Bare = Release("sample-linux", Script, member: null);

    private readonly AcquisitionFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task An_asset_that_is_not_there_is_unavailable_and_says_so()
    {
        var acquired = await _fixture.AcquireAsync(Bare);

        Assert.Null(acquired.Path);
        Assert.Equal("GitHub release owner/sample v1.2.3: github.com returned 404 for sample-linux", acquired.Unavailable);
    }

    [Fact]
    public async Task A_missing_asset_is_not_held_against_its_host()
    {
        await _fixture.AcquireAsync(Bare);
        _fixture.Server.Answer(AssetPath + "sample-linux", Script);

        Assert.NotNull((await _fixture.AcquireAsync(Bare)).Path);
    }

    [Fact]
    public async Task A_host_that_refuses_is_unavailable_and_not_asked_again_by_the_next_build()
    {
        _fixture.Server.Refuse();

        var first = await _fixture.AcquireAsync(Bare);
        var next = await _fixture.AcquireAsync(Bare);

        Assert.Contains("github.com could not be reached (Connection refused", first.Unavailable, StringComparison.Ordinal);
        Assert.Contains("Connection refused", next.Unavailable, StringComparison.Ordinal);
        Assert.Contains("tries again", next.Unavailable, StringComparison.Ordinal);
        Assert.Equal(1, _fixture.Server.Network.Asked);
    }

    [Fact]
    public async Task A_host_that_refused_is_asked_again_after_an_hour_and_when_the_user_asks_for_tools()
    {
        _fixture.Server.Refuse();
        await _fixture.AcquireAsync(Bare);

        await _fixture
            .Source([Bare], change: settings => settings with { Clock = new LaterClock(TimeSpan.FromMinutes(59)) })
            .AcquireAsync("sample", CancellationToken.None);
        Assert.Equal(1, _fixture.Server.Network.Asked);
        await _fixture.Source([Bare], change: settings => settings with { RetryUnreachable = true }).AcquireAsync("sample", CancellationToken.None);
        Assert.Equal(2, _fixture.Server.Network.Asked);
        await _fixture
            .Source([Bare], change: settings => settings with { Clock = new LaterClock(TimeSpan.FromMinutes(61)) })
            .AcquireAsync("sample", CancellationToken.None);
        Assert.Equal(3, _fixture.Server.Network.Asked);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_given_up()
    {
        _fixture.Server.Silent = true;

        var acquired = await _fixture
            .Source([Bare], change: settings => settings with { Clock = new HastyClock() })
            .AcquireAsync("sample", CancellationToken.None);

        Assert.Contains("did not respond in time", acquired.Unavailable, StringComparison.Ordinal);
        _fixture.AssertNothingKept();
    }

    [Fact]
    public async Task A_host_that_falls_silent_in_the_middle_is_given_up_and_nothing_is_kept()
    {
        _fixture.Server.HoldsOpen = true;
        _fixture.Server.Raw(AssetPath + "sample-linux", $"200 OK\r\nContent-Length: {Script.Length}", Script[..^5]);

        var acquired = await _fixture
            .Source([Bare], change: settings => settings with { Clock = new HastyClock() })
            .AcquireAsync("sample", CancellationToken.None);

        Assert.Contains("did not respond in time", acquired.Unavailable, StringComparison.Ordinal);
        _fixture.AssertNothingKept();
    }

    [Fact]
    public async Task The_next_source_is_used_and_the_report_says_why_and_that_it_is_a_stand_in()
    {
        _fixture.Server.Answer(AssetPath + "other", Script);
        var standIn = Release("other", Script, member: null) with { StandIn = new StandInBuild("dev") };

        var acquired = await _fixture.AcquireAsync(Bare, standIn);

        Assert.NotNull(acquired.Path);
        Assert.True(acquired.IsStandIn);
        Assert.Equal("dev", acquired.Version);
        Assert.Contains("404 for sample-linux", acquired.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_nothing_is_asked_and_the_message_says_where_to_put_the_file()
    {
        var acquired = await Offline(Bare).AcquireAsync("sample", CancellationToken.None);

        Assert.Equal(0, _fixture.Server.Network.Asked);
        Assert.Contains($"put sample-linux into {FolderOf(Bare)}", acquired.Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_a_cache_that_was_filled_before_works()
    {
        _fixture.Server.Answer(AssetPath + "sample-linux", Script);
        var filled = await _fixture.AcquireAsync(Bare);

        var acquired = await Offline(Bare).AcquireAsync("sample", CancellationToken.None);

        Assert.Equal(filled, acquired);
        Assert.Equal(1, _fixture.Server.Network.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Offline_a_file_that_a_person_put_into_the_cache_is_verified_and_used(bool executableIsPinned)
    {
        var archive = Tar(File("sample", Script));
        var release = Release("sample.tar.gz", archive) with { ExecutableSha256 = executableIsPinned ? Sha256(Script) : null };
        Seed(release, archive);

        var acquired = await Offline(release).AcquireAsync("sample", CancellationToken.None);

        Assert.Equal(Script, System.IO.File.ReadAllBytes(acquired.Path!));
        Assert.Equal(acquired, await Offline(release).AcquireAsync("sample", CancellationToken.None));
        Assert.Equal(0, _fixture.Server.Network.Asked);
    }

    [Fact]
    public async Task A_wrong_file_that_a_person_put_into_the_cache_is_refused()
    {
        var release = Release("sample.tar.gz", Tar(File("sample", Script)));
        Seed(release, Tar(File("sample", "evil"u8.ToArray())));

        await Assert.ThrowsAsync<ToolFailedException>(() => Offline(release).AcquireAsync("sample", CancellationToken.None));
    }

    [Fact]
    public async Task A_tool_without_an_entry_for_this_platform_is_unavailable()
    {
        var acquired = await _fixture
            .Source([Bare], change: settings => settings with { Platform = "win-arm64" })
            .AcquireAsync("sample", CancellationToken.None);

        Assert.Equal("tools.lock.json has no sample for win-arm64", acquired.Unavailable);
    }

    [Fact]
    public async Task A_tool_that_the_lock_file_does_not_know_is_bad_input()
    {
        var bad = await Assert.ThrowsAsync<InputException>(() => _fixture.Source([Bare]).AcquireAsync("other", CancellationToken.None));

        Assert.Contains("'other'", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_platform_is_this_machines()
    {
        Assert.Matches("^(linux|osx|win)-(x64|arm64)$", HostPlatform.Name);
    }

    private ToolSource Offline(ToolOrigin origin) => _fixture.Source([origin], change: settings => settings with { Offline = true });

    private string FolderOf(ToolOrigin origin) => Path.Combine(_fixture.Cache, "tools", "sample", "1.2.3", origin.Digest.Hex);

    private void Seed(ToolOrigin origin, byte[] content) =>
        System.IO.File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(FolderOf(origin)).FullName, origin.FileName), content);

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }

    /// <summary>Every time limit is over after a moment.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new HastyTimer(base.CreateTimer(callback, state, Hasten(dueTime), period));

        private static TimeSpan Hasten(TimeSpan due) => due == Timeout.InfiniteTimeSpan ? due : TimeSpan.FromMilliseconds(300);

        private sealed class HastyTimer(ITimer inner) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Hasten(dueTime), period);

            public void Dispose() => inner.Dispose();

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
