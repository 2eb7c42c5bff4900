using Build.Tests.Tools.Trivy;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace Acceptance.Tests.Trivy;

/// <summary>The real Trivy fetches the database from a real registry.</summary>
public class DatabaseDownloadTests
{
    [SkippableFact]
    public async Task The_second_mirror_is_asked_when_the_first_is_overloaded_and_the_database_is_kept_with_its_origin()
    {
        using var scene = await RealTrivy.SceneAsync();
        await using var registry = await DatabaseRegistry.StartAsync(ScanFixture.Now);
        var supply = Supply(registry, "busy", "good");

        var fetched = await HaveAsync(supply, scene, repository: null);
        var asked = registry.Asked.ToList();
        var kept = await HaveAsync(supply, scene, repository: null);

        Assert.True(fetched.IsUsable, fetched.NotRefreshed);
        Assert.Equal((registry.Mirror("good").Repository, ScanFixture.Now), (fetched.Repository, fetched.UpdatedAt));
        Assert.Equal(("busy", "good"), (asked[0], asked[^1]));
        Assert.Equal(fetched, kept);
        Assert.Equal(asked.Count, registry.Asked.Count);
    }

    [SkippableFact]
    public async Task Where_every_mirror_is_overloaded_none_is_had_and_that_is_told()
    {
        using var scene = await RealTrivy.SceneAsync();
        await using var registry = await DatabaseRegistry.StartAsync(ScanFixture.Now);

        var state = await HaveAsync(Supply(registry, "busy"), scene, repository: null);

        Assert.False(state.IsUsable);
        // The stand-in ends without a word.
        Assert.Contains(scene.Tool.IsStandIn ? "the download failed" : "TOOMANYREQUESTS", state.NotRefreshed, StringComparison.Ordinal);
        Assert.True(registry.Asked.Count >= 2);
    }

    [SkippableTheory]
    [InlineData("other")]
    [InlineData("cut")]
    [InlineData("broken")]
    public async Task What_is_not_what_its_digest_says_is_not_taken_and_the_next_mirror_is_asked(string place)
    {
        using var scene = await RealTrivy.SceneAsync();
        await using var registry = await DatabaseRegistry.StartAsync(ScanFixture.Now);

        var alone = await HaveAsync(Supply(registry, place), scene, repository: null);
        File.Delete(Path.Combine(scene.Paths.Cache, "trivy", "database-failed"));
        var helped = await HaveAsync(Supply(registry, place, "good"), scene, repository: null);

        Assert.False(alone.IsUsable);
        Assert.Contains(registry.Mirror(place).Repository, alone.NotRefreshed, StringComparison.Ordinal);
        Assert.Equal(registry.Mirror("good").Repository, helped.Repository);
    }

    [SkippableFact]
    public async Task One_that_is_too_old_is_better_than_none_and_the_next_mirror_is_asked()
    {
        using var scene = await RealTrivy.SceneAsync();
        await using var registry = await DatabaseRegistry.StartAsync(ScanFixture.Now);

        var alone = await HaveAsync(Supply(registry, "old"), scene, repository: null);
        File.Delete(Path.Combine(scene.Paths.Cache, "trivy", "database-failed"));
        var helped = await HaveAsync(Supply(registry, "old", "good"), scene, repository: null);

        Assert.Equal(ScanFixture.Now.AddDays(-7), alone.UpdatedAt);
        Assert.Contains("too old, of 2026-11-17", alone.NotRefreshed, StringComparison.Ordinal);
        Assert.Equal((ScanFixture.Now, null), (helped.UpdatedAt, helped.NotRefreshed));
    }

    [SkippableFact]
    public async Task A_newer_one_is_never_replaced_by_an_older()
    {
        using var scene = await RealTrivy.SceneAsync();
        await using var registry = await DatabaseRegistry.StartAsync(ScanFixture.Now);
        scene.WriteDatabase(ScanFixture.Now.AddDays(-2));

        var state = await HaveAsync(Supply(registry, "old"), scene, repository: null);

        Assert.Equal(ScanFixture.Now.AddDays(-2), state.UpdatedAt);
        Assert.Contains("older than the one that is here, of 2026-11-22", state.NotRefreshed, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_pinned_database_is_that_one_or_none()
    {
        using var scene = await RealTrivy.SceneAsync();
        await using var registry = await DatabaseRegistry.StartAsync(ScanFixture.Now);
        var place = registry.Mirror("good").Repository;

        var other = await HaveAsync(Supply(registry), scene, $"{place}@sha256:{new string('0', 64)}");
        var pinned = await HaveAsync(Supply(registry), scene, $"{place}@{registry.Digest}");

        Assert.False(other.IsUsable);
        // An old Trivy puts its own tag behind the digest, so it cannot be told one; it gets none then, and no other.
        Assert.Equal(!scene.Tool.IsStandIn, pinned.IsUsable);
    }

    private static DatabaseCache Supply(DatabaseRegistry registry, params string[] places) =>
        new(
            new DatabaseDownload(new ToolRunner()) { Mirrors = [.. places.Select(registry.Mirror)], RetryDelay = TimeSpan.Zero },
            new FixedClock(ScanFixture.Now));

    private static Task<DatabaseState> HaveAsync(DatabaseCache supply, ScanFixture scene, string? repository) => supply.GetAsync(
        TrivyTool.From(scene.Tool)!,
        (scene.Input().Options with { DatabaseRepository = repository }).Database,
        scene.Paths,
        CancellationToken.None);
}
