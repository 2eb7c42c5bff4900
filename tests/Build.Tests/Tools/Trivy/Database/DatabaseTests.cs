using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Options;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace Build.Tests.Tools.Trivy.Database;

public sealed class DatabaseTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TrivyTool Tool = new("/tools/trivy", "0.75.0", "GitHub release", IsStandIn: false);

    private readonly TemporaryFolder _folder = new();
    private readonly FixedClock _clock = new(Now);
    private readonly ScriptedRunner _runner = new();
    private readonly BuildPaths _paths;
    private int _asked;

    public DatabaseTests() => _paths = new BuildPaths(_folder.Path, _folder.Path, _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whole_database_is_found_with_its_age()
    {
        Recording.WriteDatabase(Database, Now.AddHours(-3));

        var state = DatabaseFolder.Read(Database);

        Assert.Equal((Database, Now.AddHours(-3), null), (state.Folder, state.UpdatedAt, state.Missing));
    }

    [Theory]
    [InlineData("trivy.db", "")]
    [InlineData(
        "trivy.db", "not a database, but long enough to look like one: 0123456789012345678901234567890123456789012345678901234567890123456789")]
    [InlineData("metadata.json", "{\"Version\":")]
    [InlineData("metadata.json", "{\"Version\":1}")]
    [InlineData("metadata.json", "{\"Version\":3}")]
    [InlineData("metadata.json", "null")]
    public void A_damaged_database_is_none(string file, string content)
    {
        Recording.WriteDatabase(Database, Now);
        File.WriteAllText(Path.Combine(Database, file), content);

        Assert.Null(DatabaseFolder.Read(Database).Folder);
        Assert.Contains(Database, DatabaseFolder.Read(Database).Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_cut_off_anywhere_is_none()
    {
        Recording.WriteDatabase(Database, Now);
        var file = Path.Combine(Database, "trivy.db");
        var whole = File.ReadAllBytes(file);

        for (var length = 0; length < 48 * 1024; length += 1000)
        {
            File.WriteAllBytes(file, whole[..length]);
            Assert.Null(DatabaseFolder.Read(Database).Folder);
        }
    }

    [Fact]
    public async Task A_fresh_database_is_used_without_asking_anybody()
    {
        Recording.WriteDatabase(Database, Now.AddHours(-23));

        Assert.NotNull((await HaveAsync(reachable: true)).Folder);
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_missing_database_is_fetched_by_Trivy_from_the_first_mirror_that_answers()
    {
        _runner.Answer("image", command =>
        {
            Recording.WriteDatabase(Path.Combine(command.WorkingDirectory!, "db"), Now);
            return "";
        });

        var state = await HaveAsync(reachable: true);

        var command = Assert.Single(_runner.Commands);
        Assert.Contains("mirror.gcr.io/aquasec/trivy-db", command.Arguments);
        Assert.Contains("--download-db-only", command.Arguments);
        Assert.True(command.UsesNetwork);
        Assert.Equal((Database, null), (state.Folder, state.NotRefreshed));
        Assert.Equal(
            ["database-digest.json", "db", "download.lock"],
            Directory.GetFileSystemEntries(Path.GetDirectoryName(Database)!).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_download_that_brings_rubbish_changes_nothing_and_the_next_mirror_is_tried()
    {
        Recording.WriteDatabase(Database, Now.AddDays(-2));
        _runner.Answer("image", "");

        var state = await HaveAsync(reachable: true);

        Assert.Equal(4, _runner.Commands.Count);
        Assert.Equal(Now.AddDays(-2), state.UpdatedAt);
        Assert.Contains("the downloaded database cannot be used", state.NotRefreshed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_nothing_is_started_and_the_silence_is_remembered_for_a_while()
    {
        Assert.Contains("ghcr.io/aquasecurity/trivy-db (no answer)", (await HaveAsync(reachable: false)).NotRefreshed, StringComparison.Ordinal);
        Assert.Equal(4, _asked);

        _clock.Now = Now.AddMinutes(14);
        Assert.Contains("14 min ago", (await HaveAsync(reachable: false)).NotRefreshed, StringComparison.Ordinal);
        Assert.Equal(4, _asked);

        _clock.Now = Now.AddMinutes(16);
        await HaveAsync(reachable: false);
        Assert.Equal(8, _asked);
        Assert.Empty(_runner.Commands);
    }

    [Fact]
    public async Task Offline_nobody_is_asked()
    {
        var state = await HaveAsync(reachable: true, offline: true);

        Assert.Equal("--offline was given", state.NotRefreshed);
        Assert.Equal(0, _asked);
        Assert.Empty(_runner.Commands);
    }

    [Theory]
    [InlineData(-24, true)]
    [InlineData(-25, false)]
    [InlineData(2, false)]
    public void A_database_is_fresh_for_a_day_and_never_from_the_future(int hours, bool fresh) =>
        Assert.Equal(
            fresh,
            new DatabaseState("/db", Now.AddHours(hours), Missing: null).IsFresh(Now, new BuildOptions { Rids = [], Output = "" }.DatabaseMaxAge));

    [Fact]
    public async Task An_older_database_is_used_without_asking_anybody_where_that_is_allowed()
    {
        Recording.WriteDatabase(Database, Now.AddHours(-30));

        Assert.Null((await HaveAsync(options => options with { DatabaseMaxAge = TimeSpan.FromHours(48) })).NotRefreshed);
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_fetched_database_says_where_it_is_from_until_somebody_puts_another_in_its_place()
    {
        Deliver();

        var fetched = await HaveAsync(reachable: true);
        var kept = await HaveAsync(reachable: true);
        File.AppendAllText(Path.Combine(Database, "trivy.db"), "x");
        var replaced = await HaveAsync(reachable: true);

        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Whole));
        Assert.Equal(("mirror.gcr.io/aquasec/trivy-db", digest), (fetched.Repository, fetched.Sha256));
        Assert.Equal(fetched, kept);
        Assert.Null(replaced.Repository);
        Assert.NotEqual(digest, replaced.Sha256);
    }

    [Fact]
    public async Task A_repository_that_is_named_is_the_only_one_that_is_asked()
    {
        Deliver();

        var state = await HaveAsync(options => options with { DatabaseRepository = "registry.example.com/trivy-db:2" });

        Assert.Equal("registry.example.com/trivy-db:2", state.Repository);
        Assert.Equal((0, 1), (_asked, _runner.Commands.Count));
    }

    [Fact]
    public async Task A_pinned_database_replaces_another_and_is_not_refreshed()
    {
        Deliver(Now.AddDays(-5));
        Recording.WriteDatabase(Database, Now);

        var offline = await HaveAsync(options => options with { DatabaseRepository = Pinned, Offline = true });
        var fetched = await HaveAsync(options => options with { DatabaseRepository = Pinned });
        var kept = await HaveAsync(options => options with { DatabaseRepository = Pinned });

        Assert.Contains($"is not known to be {Pinned}", offline.Missing, StringComparison.Ordinal);
        Assert.Equal((Pinned, Now.AddDays(-5)), (fetched.Repository, fetched.UpdatedAt));
        Assert.Contains("pinned", kept.NotRefreshed, StringComparison.Ordinal);
        Assert.Single(_runner.Commands);
    }

    [Fact]
    public async Task A_pinned_database_that_cannot_be_had_is_replaced_by_no_other()
    {
        Recording.WriteDatabase(Database, Now);

        var state = await HaveAsync(options => options with { DatabaseRepository = Pinned });
        var again = await HaveAsync(options => options with { DatabaseRepository = Pinned });
        var without = await HaveAsync(reachable: true);

        Assert.False(state.IsUsable);
        Assert.Contains($"{Pinned} did not provide one: the download failed", state.NotRefreshed, StringComparison.Ordinal);
        Assert.Contains("0 min ago", again.NotRefreshed, StringComparison.Ordinal);
        Assert.True(without.IsUsable);
    }

    private static readonly string Pinned = "registry.example.com/trivy-db@sha256:" + new string('a', 64);

    private static byte[] Whole => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Tools", "Trivy", "TestDatabase", "trivy.db"));

    private void Deliver(DateTimeOffset? updatedAt = null) => _runner.Answer("image", command =>
    {
        Recording.WriteDatabase(Path.Combine(command.WorkingDirectory!, "db"), updatedAt ?? Now);
        return "";
    });

    private string Database => DatabaseCache.Folder(_paths);

    private Task<DatabaseState> HaveAsync(bool reachable, bool offline = false) =>
        HaveAsync(options => options with { Offline = offline }, reachable);

    private Task<DatabaseState> HaveAsync(Func<BuildOptions, BuildOptions> options, bool reachable = true)
    {
        var download = new DatabaseDownload(_runner)
        {
            RetryDelay = TimeSpan.Zero,
            IsReachable = (_, _) =>
            {
                Interlocked.Increment(ref _asked);
                return Task.FromResult(reachable);
            },
        };
        return new DatabaseCache(download, _clock)
            .GetAsync(Tool, options(new BuildOptions { Rids = ["linux-x64"], Output = _folder.Path }).Database, _paths, CancellationToken.None);
    }
}
