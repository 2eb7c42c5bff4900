using System.Collections.Immutable;
using Build.Tests.Gates.Policy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Probing;
using ContainerSecurity.Rules.Claims.Facts;

namespace Build.Tests.Rules.Claims;

/// <summary>RC-6.1, on what a probe says of running containers; Acceptance has the probe and the containers.</summary>
public sealed class RunningContainerTests : IDisposable
{
    private static readonly ImmutableArray<RunTimeObservation> Good =
        [.. ObservedRun.Names.Select(name => new RunTimeObservation(name, true, "as it should be"))];

    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void What_a_container_does_as_documented_is_evidence() => Assert.Equal(Verdict.Pass, Judge(Good).Verdict);

    [Theory]
    [InlineData(false, Verdict.Fail)]
    [InlineData(null, Verdict.Incomplete)]
    public void One_thing_that_is_otherwise_or_unseen_decides(bool? holds, Verdict verdict)
    {
        var claim = Judge(Good.Replace(Good[0], Good[0] with { Holds = holds, Evidence = "listening: 0.0.0.0:9" }));

        Assert.Equal(verdict, claim.Verdict);
        var said = string.Join('\n', claim.Checks[0].Broken.Concat(claim.Checks[0].Unseen));
        Assert.Contains("listening: 0.0.0.0:9", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_container_nothing_is_proven()
    {
        var claim = Judge(input => input with { ContainerMissing = "no engine" });

        Assert.Equal((Verdict.Incomplete, "no engine"), (claim.Verdict, Assert.Single(claim.Checks[0].Unseen)));
    }

    [Fact]
    public void Each_wrong_start_must_be_seen_by_its_own_check()
    {
        var wrong = RunVariant.Wrong.ToImmutableDictionary(
            variant => variant.What, variant => With(variant == RunVariant.AsRoot ? "user" : "memory"));

        var checks = Judge(input => input with { Container = new ContainerFacts(Good, wrong) }, PolicyDepth.BothSides).Checks;

        Assert.True(checks.Single(check => check.Id == "run-user").Detects == true);
        var missed = checks.Single(check => check.Id == "run-read-only-root").Missed;
        Assert.Equal("it is started with a writable root: not seen", Assert.Single(missed));
    }

    private static ImmutableArray<RunTimeObservation> With(string broken) =>
        [.. Good.Select(seen => seen.Name == broken ? seen with { Holds = false } : seen)];

    private ClaimResult Judge(ImmutableArray<RunTimeObservation> seen) =>
        Judge(input => input with { Container = new ContainerFacts(seen, ImmutableDictionary<string, ImmutableArray<RunTimeObservation>>.Empty) });

    private ClaimResult Judge(Func<GateInput, GateInput> change, PolicyDepth depth = PolicyDepth.AllChecks) =>
        SampleRepository.Judge(change(_repository.Input() with { Images = [new SampleImage().Open()] }), depth)
            .Claims.Single(claim => claim.Id == "RC-6.1");
}
