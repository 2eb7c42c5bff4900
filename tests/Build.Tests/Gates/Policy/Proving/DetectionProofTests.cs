using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Gates.Policy.Facts;
using ContainerSecurity.Gates.Policy.Proving;
using ContainerSecurity.Packaging.Rebuilding;
using ContainerSecurity.Rules.Claims.Facts;

namespace Build.Tests.Gates.Policy.Proving;

/// <summary>The second side of a claim: what is planted for a check is seen by it, and by no other that has no reason to.</summary>
public sealed class DetectionProofTests : IDisposable
{
    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Every_check_sees_all_that_is_planted_for_it_and_takes_nothing_for_its_own_that_belongs_to_another()
    {
        var input = _repository.Input() with { Images = [new SampleImage().Open()], Build = Reproduced };

        var result = SampleRepository.Judge(input, PolicyDepth.BothSides);

        Assert.Empty(result.Findings.Select(finding => finding.Message));
        // Containers need an engine; Acceptance has one.
        Assert.All(
            result.Claims.SelectMany(claim => claim.Checks).Where(check => check.Subject is not ("container" or "devcontainer")),
            check => Assert.Equal((check.Id, true, 0), (check.Id, check.Detects, check.Missed.Length)));
        Assert.All(CheckRegistry.All, check => Assert.NotEmpty(check.Defects));
    }

    [Fact]
    public void A_check_that_sees_nothing_is_not_proven_to_detect()
    {
        var blind = Port with { Look = _ => [new Observation.Held("all is well")] };

        Assert.Equal("the image exposes a port more: not seen", Assert.Single(Prove(blind, [blind])!.Missed));
    }

    [Fact]
    public void A_defect_that_another_check_takes_for_its_own_is_named_with_it()
    {
        var eager = Port with { Id = "eager" };

        Assert.Equal(
            "the image exposes a port more: seen, but taken for its own by eager too", Assert.Single(Prove(Port, [Port, eager])!.Missed));
    }

    [Fact]
    public void What_was_broken_before_does_not_count_as_seen()
    {
        var always = Port with { Look = _ => [new Observation.Broken("always broken", Place.At("a", 1), "Mend it.")] };

        Assert.False(Prove(always, [always])!.Detects);
    }

    [Fact]
    public void A_check_that_is_blind_on_one_platform_of_an_index_is_not_proven_to_detect()
    {
        var amd64Only = Port with
        {
            Look = facts => facts.Image!.Identity.Platform == "linux/amd64" ? Port.Look(facts) : [new Observation.Held("all is well")],
        };
        var input = _repository.Input() with { Images = [new SampleImage().Open()] };
        var amd64 = new PolicyFactsReader(input).Read(CancellationToken.None);
        var arm64 = amd64 with { Image = amd64.Image! with { Identity = amd64.Image.Identity with { Platform = "linux/arm64" } } };

        var detection = DetectionProof.Create(input, [amd64, arm64], [new Claim("XX-1.1", "Sample", [amd64Only])], CancellationToken.None)
            .DetectionOf(amd64Only);

        Assert.Equal("the image exposes a port more: not seen", Assert.Single(detection!.Missed));
    }

    [Theory]
    [InlineData("24 MiB")]
    [InlineData("3 GiB")]
    public void A_file_that_is_too_large_is_planted_however_much_the_policy_allows(string size)
    {
        _repository.Replace("build/policy.yaml", "size: 24 MiB", $"size: {size}");

        var claims = SampleRepository.Judge(_repository.Input() with { Images = [new SampleImage().Open()] }, PolicyDepth.BothSides).Claims;

        Assert.True(claims.SelectMany(claim => claim.Checks).Single(check => check.Id == "image-size").Detects);
    }

    [Fact]
    public void Without_an_image_nothing_can_be_planted_in_it()
    {
        var result = SampleRepository.Judge(_repository.Input() with { ImageMissing = "no engine" }, PolicyDepth.BothSides);

        var check = result.Claims.SelectMany(claim => claim.Checks).First(check => check.Id == Port.Id);
        Assert.Null(check.Detects);
        Assert.Equal("no image: no engine", check.NotTried);
    }

    [Fact]
    public void The_repository_itself_is_not_touched()
    {
        var before = Snapshot();

        SampleRepository.Judge(_repository.Input(), PolicyDepth.BothSides);

        Assert.Equal(before, Snapshot());
    }

    private static BuildFacts Reproduced { get; } =
        new([.. SampleImage.StaticProgram], [new Reproduction("another builder", new BuiltSubject("linux-x64", "sha256:1", "sha256:2"), [])]);

    private static Check Port => CheckRegistry.All.First(check => check.Id == "image-ports");

    private Detection? Prove(Check check, ImmutableArray<Check> all)
    {
        var input = _repository.Input() with { Images = [new SampleImage().Open()] };
        var facts = new PolicyFactsReader(input).Read(CancellationToken.None);
        return DetectionProof.Create(input, [facts], [new Claim("XX-1.1", "Sample", all)], CancellationToken.None).DetectionOf(check);
    }

    private Dictionary<string, string> Snapshot() => Directory
        .EnumerateFiles(_repository.PathOf(""), "*", SearchOption.AllDirectories)
        .ToDictionary(file => file, File.ReadAllText);
}
