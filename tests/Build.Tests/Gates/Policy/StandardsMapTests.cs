using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Rules.Standards;

namespace Build.Tests.Gates.Policy;

/// <summary>What of public standards is covered, and what is said not to be.</summary>
public class StandardsMapTests
{
    private const string Gate = "gate ";
    private static readonly string[] Gates = ["lint", "misconfig", "secrets", "vulnerabilities", "sbom", "licenses", "policy"];

    [Fact]
    public void What_covers_a_control_exists() => Assert.All(
        Standard.All.SelectMany(standard => standard.Controls).SelectMany(control => control.CoveredBy),
        source => Assert.True(
            source.StartsWith(Gate, StringComparison.Ordinal)
                ? Gates.Contains(source[Gate.Length..])
                : CheckRegistry.All.Any(check => check.Id == source),
            source));

    [Fact]
    public void Each_control_is_covered_or_says_why_it_is_not() => Assert.All(
        Standard.All.SelectMany(standard => standard.Controls),
        control => Assert.True(control.CoveredBy.IsEmpty != (control.WhyNot is null), control.Id));

    [Theory]
    [InlineData(0, 12 + 32)]
    [InlineData(1, 23)]
    [InlineData(2, 41)]
    public void No_control_of_the_chapters_is_left_out(int standard, int count) => Assert.Equal(count, Standard.All[standard].Controls.Length);

    [Fact]
    public void A_policy_without_the_claim_does_not_cover_the_control()
    {
        var control = StandardsMap.Create([]).First(control => control.Id == "4.1");

        Assert.Empty(control.CoveredBy);
        Assert.Equal("no claim of the policy relies on image-user or stage-user", control.WhyNot);
    }

    [Fact]
    public void A_claim_that_relies_on_the_check_covers_it_by_name()
    {
        using var repository = new SampleRepository();

        Assert.Contains("CT-1.2 (image-user)", repository.Judge().Controls.First(control => control.Id == "4.1").CoveredBy);
    }
}
