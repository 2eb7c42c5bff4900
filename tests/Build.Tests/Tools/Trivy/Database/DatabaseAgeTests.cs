using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace Build.Tests.Tools.Trivy.Database;

/// <summary>Mirrors lag, and somebody may stand in a mirror's place: what they give is taken only when it is better than what is there.</summary>
public sealed class DatabaseAgeTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TrivyTool Tool = new("/tools/trivy", "0.75.0", "GitHub release", IsStandIn: false);

    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedRunner _runner = new();
    private readonly BuildPaths _paths;

    public DatabaseAgeTests() => _paths = new BuildPaths(_folder.Path, _folder.Path, _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(-48, -72, -48)] // older than the one here
    [InlineData(-48, -30, -30)] // too old, and still better
    [InlineData(-48, -1, -1)]
    [InlineData(null, -72, -72)] // better than none
    [InlineData(500, -1, -1)] // one of next month says nothing
    public async Task The_newer_one_is_kept(int? here, int offered, int kept)
    {
        if (here is { } hours)
            Recording.WriteDatabase(DatabaseCache.Folder(_paths), Now.AddHours(hours));

        var state = await FetchAsync(_ => Now.AddHours(offered));

        Assert.Equal(Now.AddHours(kept), state.UpdatedAt);
        Assert.Equal(kept < -24, state.NotRefreshed is not null);
    }

    [Fact]
    public async Task A_mirror_that_lags_is_told_and_the_next_one_is_asked_once()
    {
        var state = await FetchAsync(mirror => mirror.StartsWith("mirror.gcr.io", StringComparison.Ordinal) ? Now.AddDays(-3) : Now);

        Assert.Equal(("ghcr.io/aquasecurity/trivy-db", Now, 2), (state.Repository, state.UpdatedAt, _runner.Commands.Count));
    }

    private Task<DatabaseState> FetchAsync(Func<string, DateTimeOffset> updatedAt)
    {
        _runner.Answer("image", command =>
        {
            var mirror = command.Arguments.Single(argument => argument.EndsWith("/trivy-db", StringComparison.Ordinal));
            Recording.WriteDatabase(Path.Combine(command.WorkingDirectory!, "db"), updatedAt(mirror));
            return "";
        });
        var download = new DatabaseDownload(_runner) { RetryDelay = TimeSpan.Zero, IsReachable = (_, _) => Task.FromResult(true) };
        var settings = new DatabaseSettings(TimeSpan.FromHours(24), Repository: null, Offline: false);
        return new DatabaseCache(download, new FixedClock(Now)).GetAsync(Tool, settings, _paths, CancellationToken.None);
    }
}
