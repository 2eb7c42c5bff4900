using System.Reflection;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Rules.Containers;
using ContainerSecurity.Rules.Workflows;

namespace Acceptance.Tests.Scan;

/// <summary>Each rule of <c>misconfig</c>, planted once in one checkout: the real <c>Scan</c> fails with file and line.</summary>
public sealed class PlantedMisconfigurationTests(MisconfigurationFixture scans) : IClassFixture<MisconfigurationFixture>
{
    [SkippableTheory]
    [InlineData("CS2000", Misconfigurations.Broken, 3)]
    [InlineData("CS2001", Misconfigurations.Compose, 3)]
    [InlineData("CS2002", Misconfigurations.Compose, 4)]
    [InlineData("CS2003", Misconfigurations.Compose, 13)]
    [InlineData("CS2004", Misconfigurations.Compose, 9)]
    [InlineData("CS2005", Misconfigurations.Compose, 14)]
    [InlineData("CS2006", Misconfigurations.Compose, 5)]
    [InlineData("CS2007", Misconfigurations.Compose, 7)]
    [InlineData("CS2008", Misconfigurations.Compose, 11)]
    [InlineData("CS2009", Misconfigurations.Compose, 15)]
    [InlineData("CS2010", Misconfigurations.Container, 3)]
    [InlineData("CS2011", Misconfigurations.Compose, 16)]
    [InlineData("CS2012", Misconfigurations.Container, 4)]
    [InlineData("CS2013", Misconfigurations.Container, 5)]
    [InlineData("CS3001", Misconfigurations.Workflow, 8)]
    [InlineData("CS3002", Misconfigurations.Workflow, 2)]
    [InlineData("CS3003", Misconfigurations.Workflow, 12)]
    [InlineData("CS3004", Misconfigurations.Workflow, 4)]
    [InlineData("CS3005", Misconfigurations.Workflow, 15)]
    [InlineData("CS3006", Misconfigurations.Workflow, 6)]
    [InlineData("CS3007", Misconfigurations.Workflow, 11)]
    [InlineData("CS3008", Misconfigurations.Audited, 31)]
    [InlineData("CS3009", Misconfigurations.Audited, 9)]
    [InlineData("CS3010", Misconfigurations.Audited, 13)]
    [InlineData("CS3011", Misconfigurations.Workflow, 9)]
    [InlineData("CS3012", Misconfigurations.Audited, 15)]
    [InlineData("CS3013", Misconfigurations.Audited, 24)]
    [InlineData("CS3014", Misconfigurations.Audited, 25)]
    [InlineData("CS3015", Misconfigurations.Audited, 22)]
    [InlineData("CS3016", Misconfigurations.Audited, 25)]
    [InlineData("CS3017", Misconfigurations.Audited, 7)]
    [InlineData("CS3018", Misconfigurations.Audited, 16)]
    [InlineData("CS3019", Misconfigurations.Audited, 28)]
    [InlineData("CS3020", Misconfigurations.Audited, 30)]
    [InlineData("CS3021", Misconfigurations.Audited, 36)]
    [InlineData("CS3022", Misconfigurations.Audited, 37)]
    [InlineData("CS3023", Misconfigurations.Audited, 38)]
    public async Task Each_own_rule_is_broken_once_and_told_with_file_and_line(string rule, string file, int line)
    {
        var outcome = await scans.Planted;

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Equal("fail", outcome.Gate("misconfig").GetProperty("verdict").GetString());
        Assert.Equal([(file, line)], PlacesOf(rule, outcome));
    }

    [SkippableFact]
    public async Task A_check_of_Trivy_is_told_with_file_and_line()
    {
        var outcome = await scans.Planted;
        Requirement.Require(outcome.Gate("misconfig").GetProperty("engine").GetString() == "trivy", "Trivy");

        Assert.Equal([(Misconfigurations.Dockerfile, 2)], PlacesOf("DS-0013", outcome));
    }

    [SkippableFact]
    public async Task The_clean_twins_of_the_same_files_have_no_finding()
    {
        var outcome = await scans.Clean;

        Assert.NotEqual("fail", outcome.Gate("misconfig").GetProperty("verdict").GetString());
        Assert.DoesNotContain(
            outcome.Findings, finding => finding.Gate == "misconfig" && Misconfigurations.Clean.Any(clean => clean.File == finding.File));
        Assert.Superset(
            new HashSet<string?>(Misconfigurations.Clean.Select(clean => clean.File).Where(file => file != Misconfigurations.Dockerfile)),
            outcome
                .Gate("misconfig")
                .GetProperty("coverage")
                .GetProperty("ownChecked")
                .EnumerateArray()
                .Select(file => file.GetString())
                .ToHashSet());
    }

    [Fact]
    public void No_rule_is_left_unplanted()
    {
        var planted = typeof(PlantedMisconfigurationTests).GetMethod(nameof(Each_own_rule_is_broken_once_and_told_with_file_and_line))!
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(data => (string)data.GetData(null!).Single()[0]);

        Assert.Equal(
            [MisconfigurationReader.UnreadableCode, .. ContainerRules.All.Select(rule => rule.Id), .. WorkflowRules.All.Select(rule => rule.Id)],
            planted);
    }

    /// <summary>In the planted files only: the checkout has workflows of its own.</summary>
    private static IEnumerable<(string File, int Line)> PlacesOf(string rule, ScanOutcome outcome) =>
        from finding in outcome.Findings
        where finding.Gate == "misconfig" && finding.Rule == rule && Misconfigurations.Planted.Any(planted => planted.File == finding.File)
        select (finding.File!, finding.Line ?? 0);
}
