using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace Build.Tests.Tools.Trivy.Database;

/// <summary>The cache of the database as others meet it: a second build, a killed one, a closed door, an open one.</summary>
public sealed class DatabaseCacheTests : IDisposable
{
    private static readonly DateTimeOffset Now = ScanFixture.Now;

    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedRunner _runner = new();
    private readonly BuildPaths _paths;

    public DatabaseCacheTests() => _paths = new BuildPaths(_folder.Path, _folder.Path, Directory.CreateDirectory(_folder["cache"]).FullName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_builds_that_need_one_at_the_same_time_fetch_it_once()
    {
        Deliver();

        var states = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => HaveAsync())));

        Assert.All(states, state => Assert.Equal((Folder, Now), (state.Folder, state.UpdatedAt)));
        Assert.Single(_runner.Commands);
    }

    [Fact]
    public async Task What_a_killed_download_left_is_gone_after_the_next_one()
    {
        Deliver();
        var left = Path.Combine(_paths.Cache, "trivy", "download", "half");
        Directory.CreateDirectory(left);

        await HaveAsync();

        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task A_mirror_that_is_overloaded_is_asked_a_second_time()
    {
        var asked = 0;
        _runner.Answer("image", command =>
        {
            // The first round goes round all four.
            if (++asked <= 4)
                throw new ToolFailedException("trivy ended with exit code 1. Last output:\n  FATAL TOOMANYREQUESTS\nRun it by hand.");
            return Write(command);
        });

        var state = await HaveAsync();

        Assert.Equal((5, "mirror.gcr.io/aquasec/trivy-db"), (asked, state.Repository));
    }

    [Fact]
    public async Task Why_no_mirror_gave_one_is_said_in_their_own_words()
    {
        _runner.Answer(
            "image",
            _ => throw new ToolFailedException(
                "trivy ended with exit code 1. Last output:\n  INFO Downloading\n  FATAL UNAUTHORIZED\nRun it by hand."));

        Assert.Contains(
            "ghcr.io/aquasecurity/trivy-db (the download failed: FATAL UNAUTHORIZED)", (await HaveAsync()).NotRefreshed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_said_and_nobody_is_asked()
    {
        File.WriteAllText(Path.Combine(_paths.Cache, "trivy"), "in the way");

        var state = await HaveAsync();

        Assert.False(state.IsUsable);
        Assert.StartsWith("the cache cannot be written: ", state.NotRefreshed, StringComparison.Ordinal);
        Assert.Empty(_runner.Commands);
    }

    [Fact]
    public async Task Of_a_pinned_database_no_memory_is_believed()
    {
        Deliver();
        var pinned = "registry.example.com/trivy-db@sha256:" + new string('a', 64);
        Assert.True((await HaveAsync(pinned)).IsUsable);
        var memory = Path.Combine(_paths.Cache, "trivy", "database-digest.json");
        if (File.Exists(memory))
            File.WriteAllText(memory, File.ReadAllText(memory).Replace("\"Sha256\":\"", "\"Sha256\":\"0", StringComparison.Ordinal)[..^3] + "\"}");

        Assert.True((await HaveAsync(pinned)).IsUsable);
        Assert.Single(_runner.Commands);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("trivy")]
    [InlineData("trivy/db")]
    [InlineData("trivy/db/trivy.db")]
    public async Task A_database_that_anybody_may_change_is_none(string open)
    {
        Skip.If(OperatingSystem.IsWindows(), "file modes");
        Recording.WriteDatabase(Folder, Now);
        var path = Path.Combine(_paths.Cache, open);
        Assert.True((await HaveAsync()).IsUsable);
        Allow(path, 0b111_101_111);

        var state = await HaveAsync();

        Assert.False(state.IsUsable);
        Assert.Contains($"may write to {path.TrimEnd('/')}", state.Missing, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_open_door_in_a_closed_house_does_no_harm()
    {
        Skip.If(OperatingSystem.IsWindows(), "file modes");
        Recording.WriteDatabase(Folder, Now);
        Allow(_paths.Cache, 0b111_000_000);
        Allow(Folder, 0b111_111_111);

        Assert.True((await HaveAsync()).IsUsable);
    }

    [SkippableFact]
    public async Task A_fetched_database_is_closed_to_others_whatever_the_archive_says()
    {
        Skip.If(OperatingSystem.IsWindows(), "file modes");
        _runner.Answer("image", command =>
        {
            Write(command);
            Allow(Path.Combine(command.WorkingDirectory!, "db", "trivy.db"), 0b110_110_110);
            return "";
        });

        Assert.True((await HaveAsync()).IsUsable);
    }

    private static void Allow(string path, int mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)mode);
    }

    private string Folder => DatabaseCache.Folder(_paths);

    private void Deliver() => _runner.Answer("image", Write);

    private static string Write(ToolCommand command)
    {
        Recording.WriteDatabase(Path.Combine(command.WorkingDirectory!, "db"), Now);
        return "";
    }

    private Task<DatabaseState> HaveAsync(string? repository = null)
    {
        var download = new DatabaseDownload(_runner) { RetryDelay = TimeSpan.Zero, IsReachable = (_, _) => Task.FromResult(true) };
        return new DatabaseCache(download, new FixedClock(Now)).GetAsync(
            new TrivyTool("/tools/trivy", "0.75.0", "GitHub release", IsStandIn: false),
            new BuildOptions { Rids = ["linux-x64"], Output = _folder.Path, DatabaseRepository = repository }.Database,
            _paths,
            CancellationToken.None);
    }
}
