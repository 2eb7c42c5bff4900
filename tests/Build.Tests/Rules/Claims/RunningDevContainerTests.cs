using System.Collections.Immutable;
using Build.Tests.Gates.Policy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Probing;
using ContainerSecurity.Probing.Isolation;
using ContainerSecurity.Rules.Claims.Facts;

namespace Build.Tests.Rules.Claims;

/// <summary>What claims say of the isolated devcontainer, on what a probe says of it; Acceptance has the probe and the containers.</summary>
public sealed class RunningDevContainerTests : IDisposable
{
    private static readonly ImmutableArray<RunTimeObservation> Good =
        [.. IsolationTopics.All.Select(topic => new RunTimeObservation($"one of {topic}", true, "no way") { Topic = topic })];

    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(IsolationTopics.Network, "NS-3.4")]
    [InlineData(IsolationTopics.Names, "NS-3.4")]
    [InlineData(IsolationTopics.Traffic, "NS-3.4")]
    [InlineData(IsolationTopics.Tampering, "NS-3.4")]
    [InlineData(IsolationTopics.Rights, "CT-1.6")]
    [InlineData(IsolationTopics.Keys, "SM-2.4")]
    [InlineData(IsolationTopics.Readiness, "NS-3.5")]
    public void One_way_out_breaks_the_claim_that_it_belongs_to_and_one_that_was_not_tried_leaves_it_incomplete(string topic, string claim)
    {
        Assert.Equal(Verdict.Pass, Judge(Good).Single(one => one.Id == claim).Verdict);

        var broken = Judge(Good.Add(new("tcp", false, "reached: connected") { Topic = topic }));
        Assert.Equal([claim], broken.Where(one => one.Verdict == Verdict.Fail).Select(one => one.Id));
        Assert.Contains("reached: connected", broken.Single(one => one.Id == claim).Checks.SelectMany(check => check.Broken).Single());

        var unseen = Judge(Good.Add(RunTimeObservation.Unseen("tcp", "an ordinary container did not get there") with { Topic = topic }));
        Assert.Equal(Verdict.Incomplete, unseen.Single(one => one.Id == claim).Verdict);
    }

    [Fact]
    public void Where_it_was_not_started_all_four_claims_are_incomplete_with_the_reason()
    {
        var claims = Judge(input => input with { DevContainerMissing = "--quick starts no devcontainer" });

        foreach (var id in new[] { "CT-1.6", "SM-2.4", "NS-3.4", "NS-3.5" })
        {
            var claim = claims.Single(one => one.Id == id);
            Assert.Equal(Verdict.Incomplete, claim.Verdict);
            Assert.All(
                claim.Checks.Where(check => check.Subject == "devcontainer"),
                check => Assert.Equal("--quick starts no devcontainer", Assert.Single(check.Unseen)));
        }
    }

    [Fact]
    public void A_wrong_start_must_be_seen_by_its_own_check_and_by_no_other_that_has_no_reason()
    {
        var wrong = ImmutableDictionary<string, ImmutableArray<RunTimeObservation>>.Empty
            .Add(IsolatedVariant.WithKeys.What, With(IsolationTopics.Keys))
            .Add(IsolatedVariant.WithCapability.What, With(IsolationTopics.Network))
            .Add(IsolatedVariant.OnOrdinaryNetwork.What, With(IsolationTopics.Network, IsolationTopics.Traffic));

        var checks = Judge(input => input with { DevContainer = new ContainerFacts(Good, wrong) }, PolicyDepth.BothSides)
            .SelectMany(claim => claim.Checks).Where(check => check.Subject == "devcontainer").ToDictionary(check => check.Id);

        Assert.True(checks["run-isolated-keys"].Detects);
        Assert.True(checks["run-isolated-network"].Detects);
        Assert.True(checks["run-isolated-traffic"].Detects);
        Assert.Equal($"{IsolatedVariant.WithCapability.What}: not seen", Assert.Single(checks["run-isolated-rights"].Missed));
        Assert.Equal("no other devcontainer could be started", checks["run-isolated-names"].NotTried);
    }

    private static ImmutableArray<RunTimeObservation> With(params string[] broken) =>
        [.. Good.Select(seen => broken.Contains(seen.Topic) ? seen with { Holds = false, Evidence = "reached: connected" } : seen)];

    private ImmutableArray<ClaimResult> Judge(ImmutableArray<RunTimeObservation> seen) => Judge(input => input with
    {
        DevContainer = new ContainerFacts(seen, ImmutableDictionary<string, ImmutableArray<RunTimeObservation>>.Empty),
    });

    private ImmutableArray<ClaimResult> Judge(Func<GateInput, GateInput> change, PolicyDepth depth = PolicyDepth.AllChecks) =>
        SampleRepository.Judge(change(_repository.Input() with { Images = [new SampleImage().Open()] }), depth).Claims;
}
