using Build.Tests.Rules;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;

namespace Build.Tests.Formats.Dockerfiles;

public sealed class PragmaTests
{
    [Theory]
    [InlineData("FROM debian # hadolint ignore=DL3006")]
    [InlineData("# hadolint ignore=DL3006\n\nFROM debian\n")]
    [InlineData("# hadolint ignore=DL3006\n# another comment\nFROM debian\n")]
    [InlineData("# hadolint ignore=DL3006 DL3007\nFROM debian\n")]
    [InlineData("# hadolint ignore DL3006\nFROM debian\n")]
    [InlineData("# hadolint stage ignore=DL3006\nFROM debian\n")]
    [InlineData("# hadolint ignore=DL3007\nFROM debian\n")]
    public void What_is_no_pragma_for_that_line_ignores_nothing(string dockerfile) =>
        Assert.Equal(["DL3006"], RuleBench
            .Lint(dockerfile.Replace(" # hadolint ignore", "\n# hadolint ignore", StringComparison.Ordinal))
            .Select(finding => finding.RuleId));

    [Theory]
    [InlineData("# hadolint ignore=DL3006\nFROM debian\n")]
    [InlineData("#hadolint ignore = DL3007 , DL3006 # a reason\nFROM debian\n")]
    [InlineData("#\thadolint\tignore=DL3006,SC2046\nFROM debian\n")]
    [InlineData("FROM debian\n# hadolint global ignore=DL3006\n")]
    public void A_pragma_right_above_or_for_the_whole_file_ignores(string dockerfile) => Assert.Empty(RuleBench.Lint(dockerfile));

    [Fact]
    public void A_stage_pragma_ignores_until_the_next_FROM()
    {
        const string Dockerfile =
            """
            # hadolint stage ignore=DL3004
            FROM a:1 AS one
            RUN sudo a
            FROM b:1
            RUN sudo b
            # hadolint stage ignore=DL3004
            COPY a /a
            RUN sudo c
            """;

        Assert.Equal([5], RuleBench.Lint(Dockerfile).Where(finding => finding.RuleId == "DL3004").Select(finding => finding.Line));
    }

    [Fact]
    public void Pragmas_can_be_switched_off() =>
        Assert.Equal(["DL3006"], RuleBench
            .Lint("# hadolint ignore=DL3006\nFROM debian\n", new LintConfiguration { DisableIgnorePragma = true })
            .Select(finding => finding.RuleId));

    [Fact]
    public void A_comment_inside_an_instruction_is_no_pragma() =>
        Assert.Single(RuleBench.Lint("FROM a:1\nRUN x && \\\n# hadolint global ignore=DL3004\n  sudo y\n"));

    [Fact]
    public void A_pragma_of_the_shell_is_no_ignore() => Assert.Null(Pragma.Parse(" hadolint shell=/bin/bash"));
}
