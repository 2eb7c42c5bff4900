using System.Collections.Immutable;
using Build.Tests.Rules;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;

namespace Build.Tests.Gates.Lint;

public sealed class DockerFindingsTests
{
    [Fact]
    public void A_finding_has_Dockers_name_and_is_a_warning()
    {
        var finding = Assert.Single(CheckBench.Lint("FROM a:1 AS Build\n"));

        Assert.Equal(("StageNameCasing", 1, Severity.Medium), (finding.RuleId, finding.Line, finding.Severity));
        Assert.Equal("https://docs.docker.com/reference/build-checks/stage-name-casing/", finding.Help);
    }

    [Theory]
    [InlineData("FROM a:1\nMAINTAINER b\n")]
    [InlineData("FROM a:1\nWORKDIR b\n")]
    [InlineData("FROM a:1\nCMD b\n")]
    [InlineData("FROM a:1 AS x\nFROM a:1 AS x\n")]
    public void What_a_rule_of_Hadolint_says_too_is_shown_there(string dockerfile) => Assert.Empty(CheckBench.Lint(dockerfile));

    [Fact]
    public void What_only_Docker_says_is_shown_here() =>
        Assert.Equal(["DuplicateStageName", "StageNameCasing"], CheckBench.Lint("FROM a:1 AS x\nFROM a:1 AS X\n").Select(finding => finding.RuleId));

    [Theory]
    [InlineData("# check=skip=StageNameCasing\n", "FromAsCasing")]
    [InlineData("# check=skip=StageNameCasing,FromAsCasing\n", "")]
    [InlineData("# check=skip=StageNameCasing, FromAsCasing\n", "FromAsCasing")]
    [InlineData("# check=error=false ; skip=all\n", "FromAsCasing StageNameCasing")]
    [InlineData("# check=skip=StageNameCasing because of history\n", "FromAsCasing")]
    [InlineData("FROM a:1\n# check=skip=all\n\n", "FromAsCasing StageNameCasing")]
    [InlineData("# check=skip=all\n", "")]
    [InlineData("#check = error=false;skip=FromAsCasing\n", "StageNameCasing")]
    [InlineData("# syntax=docker/dockerfile:1\n# check=skip=all\n", "")]
    [InlineData("# a comment ends the directives\n# check=skip=all\n\n", "FromAsCasing StageNameCasing")]
    public void The_directive_skips(string directive, string left) =>
        Assert.Equal(left, string.Join(' ', CheckBench.Lint(directive + "FROM a:1 as Build\n").Select(finding => finding.RuleId)));

    [Theory]
    [InlineData("# check=skip=StageNameCasing\nFROM a:1 as Build\n", "FromAsCasing:3")]
    [InlineData("# check=skip=all\n# why it is so\nFROM a:1 as Build\n", "")]
    [InlineData("# check=skip=StageNameCasing\n# check=skip=FromAsCasing\nFROM a:1 as Build\n", "")]
    [InlineData("# check=skip=all\n\nFROM a:1 as Build\n", "FromAsCasing:4 StageNameCasing:4")]
    [InlineData("# check=skip=all\nFROM a:2\nFROM a:1 as Build\n", "FromAsCasing:4 StageNameCasing:4")]
    public void A_comment_right_above_an_instruction_skips_checks_for_it_alone(string rest, string left) => Assert.Equal(
        left, string.Join(' ', CheckBench.Lint("FROM a:0\n" + rest).Select(finding => $"{finding.RuleId}:{finding.Line}")));

    [Fact]
    public void Experimental_checks_are_turned_on_by_name_or_all_together()
    {
        const string Rest = "FROM a:1\n# something else\nARG b\n";

        Assert.Empty(CheckBench.Lint(Rest));
        Assert.Single(CheckBench.Lint("# check=experimental=all\n" + Rest));
        Assert.Single(CheckBench.Lint("# check=skip=all;experimental=InvalidDefinitionDescription\n" + Rest));
    }

    [Fact]
    public void Under_error_true_findings_are_errors_as_Docker_refuses_the_build() =>
        Assert.Equal(Severity.High, Assert.Single(CheckBench.Lint("# check=error=true\nFROM a:1 AS Build\n")).Severity);

    [Theory]
    [InlineData("# check=strict\n")]
    [InlineData("# check=skip=all;error=maybe\n")]
    [InlineData("# check=ignore=all\n")]
    public void A_directive_that_no_builder_accepts_is_an_error(string directive)
    {
        var finding = Assert.Single(CheckBench.Lint(directive + "FROM a:1 AS Build\n"));

        Assert.Equal(("CS1000", 1, Severity.High), (finding.RuleId, finding.Line, finding.Severity));
    }

    [Fact]
    public void The_configuration_of_Hadolint_holds_for_them_too()
    {
        var overridden = ImmutableSortedDictionary<string, Severity>.Empty.Add("StageNameCasing", Severity.Info);

        Assert.Empty(CheckBench.Lint("FROM a:1 AS Build\n", new LintConfiguration { Ignored = ["StageNameCasing"] }));
        Assert.Equal(Severity.Info, Assert.Single(CheckBench.Lint("FROM a:1 AS Build\n", new LintConfiguration { Overrides = overridden })).Severity);
    }

    [Fact]
    public void The_same_variable_in_two_words_is_one_finding() => Assert.Single(CheckBench.Lint("FROM a:1\nCOPY $B $B/c\n"));

    [Fact]
    public void A_finding_about_a_variable_says_that_the_base_image_may_set_it()
    {
        Assert.Contains("unless a:1 sets it", Assert.Single(CheckBench.Lint("FROM a:1\nUSER $B\n")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("unless", Assert.Single(CheckBench.Lint("FROM scratch\nUSER $B\n")).Message, StringComparison.Ordinal);
    }
}
