using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Releasing.Checking;
using ContainerSecurity.Releasing.Signing;

namespace Build.Tests.Releasing;

/// <summary>What a check says of a release that nobody changed, of one that nobody signed, and of runs that should not have been released.</summary>
public sealed class ReleaseCheckTests(ReleaseScene scene) : IClassFixture<ReleaseScene>
{
    [Fact]
    public void A_release_as_it_was_made_is_verified_in_all_points()
    {
        var points = Check(scene.Release, scene.Key);

        Assert.All(points, point => Assert.True(point.Holds, $"{point.What}: {point.Detail}"));
        Assert.Equal(
            [
                "files", "checksums", "envelopes", "signatures", "statements", "images", "record", "binaries", "feature", "SBOMs",
                "subjects", "source",
                "policy", "verdict", "validity",
            ],
            points.Select(point => point.What));
        Assert.Equal(0, ReleaseCheck.ExitCodeOf(points));
    }

    [Fact]
    public void Without_a_key_it_is_not_verified_but_nothing_is_refused()
    {
        var points = Check(scene.Release, key: null);

        var open = Assert.Single(points, point => point.Holds != true);
        Assert.Equal("signatures", open.What);
        Assert.StartsWith("it is signed by nobody that you named", open.Detail, StringComparison.Ordinal);
        Assert.Equal(3, ReleaseCheck.ExitCodeOf(points));
    }

    [Fact]
    public void An_unsigned_release_says_so_and_with_a_key_it_is_refused()
    {
        using var unsigned = SampleRelease.Create(key: null);

        Assert.Contains("it is not signed", Check(unsigned, key: null).Single(point => point.Holds != true).Detail, StringComparison.Ordinal);
        Assert.Equal(1, ReleaseCheck.ExitCodeOf(Check(unsigned, scene.Key)));
        Assert.Contains("**This release is not signed by a key.**", File.ReadAllText(unsigned["VERIFY.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_refuses_it() => Assert.Equal(1, ReleaseCheck.ExitCodeOf(Check(scene.Release, scene.Thief.Public)));

    [Fact]
    public void The_older_release_is_one_too() => Assert.Equal(0, ReleaseCheck.ExitCodeOf(Check(scene.Older, scene.Key)));

    [Theory]
    [InlineData("2026-11-02", true)]
    [InlineData("2027-01-30", true)]
    [InlineData("2026-11-01", false)]
    [InlineData("2027-01-31", false)]
    public void It_is_valid_from_what_was_known_for_ninety_days(string day, bool valid)
    {
        var point = Check(scene.Release, scene.Key, DateTimeOffset.Parse($"{day}T08:00:00Z", null)).Single(point => point.What == "validity");

        Assert.True(point.Holds == valid, point.Detail);
    }

    [Fact]
    public void An_exception_that_has_ended_counts_no_more()
    {
        var exception = new Suppression(".trivyignore.yaml:3", "not reachable", new DateOnly(2026, 11, 20));
        using var release = SampleRelease.Create(scene.KeyFiles.Signing, change: run => PassedRun.WithFinding(
            run, "vulnerabilities", PassedRun.Finding(Severity.Critical, exception)));

        Assert.Equal(0, ReleaseCheck.ExitCodeOf(Check(release, scene.Key, At("2026-11-20T23:59:59Z"))));
        var refused = Check(release, scene.Key, At("2026-11-21T00:00:00Z")).Where(point => point.Holds == false).Select(point => point.What);
        Assert.Equal(["verdict", "validity"], refused);
    }

    public static TheoryData<string, string> Unreleasable => new()
    {
        { "an open finding", "vulnerabilities has a finding that no release may have: CVE-2099-0001" },
        { "a gate that did not pass", "The gate lint did not pass: incomplete" },
        { "a gate that is missing", "the gate policy did not judge" },
        { "a run that was not strict", "is of a run that was not strict" },
        { "a claim without proof", "The claim XX-9.9 Planted is not proven" },
        { "no claim", "proves no claim" },
        { "another commit", "is not of the commit" },
        { "changed sources", "is not of the commit" },
        { "another image", "is about other images" },
    };

    [Theory]
    [MemberData(nameof(Unreleasable))]
    public void The_verdict_is_decided_again_from_the_record(string what, string reason)
    {
        using var release = SampleRelease.Create(scene.KeyFiles.Signing, change: run => Worsen(run, what));

        var verdict = Check(release, scene.Key).Single(point => point.What == "verdict");

        Assert.False(verdict.Holds);
        Assert.Contains(reason, verdict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_that_may_be_open_and_an_exception_that_holds_change_nothing()
    {
        using var release = SampleRelease.Create(scene.KeyFiles.Signing, change: run => PassedRun.WithFinding(
            run, "lint", PassedRun.Finding(Severity.Medium)));

        Assert.Equal(0, ReleaseCheck.ExitCodeOf(Check(release, scene.Key)));
    }

    [Fact]
    public void The_policy_that_the_user_names_must_be_the_one_that_was_judged_by()
    {
        var own = File.ReadAllBytes(scene.Release["policy.yaml"]);

        Assert.True(PolicyPoint(own).Holds);
        Assert.False(PolicyPoint([.. own, (byte)'#']).Holds);
    }

    [Fact]
    public void The_record_says_why_when_it_was_changed() =>
        Assert.StartsWith("record: scan.json: ", scene.RefusalAfter(on =>
        {
            on.Replace("scan.json", "\"verdict\": \"pass\",\n  \"exitCode\": 0", "\"verdict\": \"fail\",\n  \"exitCode\": 0");
            on.RehashAndSign();
        }), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_folder_is_refused_and_nothing_else_is_called_checked()
    {
        var points = new ReleaseCheck(scene.Key, null, ReleaseScene.Then, CancellationToken.None).Run("/nonexistent");

        Assert.False(points[0].Holds);
        Assert.All(points.Skip(1), point => Assert.Null(point.Holds));
    }

    private CheckedPoint PolicyPoint(byte[] policy) =>
        new ReleaseCheck(scene.Key, policy, ReleaseScene.Then, CancellationToken.None).Run(scene.Release.Path)
            .Single(point => point.What == "policy");

    private static ImmutableArray<CheckedPoint> Check(SampleRelease release, VerificationKey? key, DateTimeOffset? asOf = null) =>
        new ReleaseCheck(key, policy: null, asOf ?? ReleaseScene.Then, CancellationToken.None).Run(release.Path);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, null);

    private static ScanReport Worsen(ScanReport run, string what) => what switch
    {
        "an open finding" => PassedRun.WithFinding(run, "vulnerabilities", PassedRun.Finding(Severity.High)),
        "a gate that did not pass" => run with { Gates = run.Gates.SetItem(0, run.Gates[0] with { Verdict = Verdict.Incomplete }) },
        "a gate that is missing" => run with { Gates = run.Gates.RemoveAt(6) },
        "a run that was not strict" => run with { Strict = false },
        "a claim without proof" => run with { Claims = run.Claims.Add(new ClaimResult("XX-9.9", "Planted", "", [])) },
        "no claim" => run with { Claims = [] },
        "another commit" => run with { Source = new SourceRevision(new string('f', 40), Modified: false) },
        "changed sources" => run with { Source = run.Source! with { Modified = true } },
        "another image" => run with { Images = run.Images.SetItem(0, run.Images[0] with { Digest = "sha256:" + new string('0', 64) }) },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };
}
