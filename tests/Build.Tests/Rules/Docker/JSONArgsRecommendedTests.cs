namespace Build.Tests.Rules.Docker;

public sealed class JSONArgsRecommendedTests
{
    [Theory]
    [InlineData("FROM a:1\nCMD b c", 2)]
    [InlineData("FROM a:1\nENTRYPOINT b\nCMD c", 2, 3)]
    [InlineData("FROM a:1\nCMD b\nSHELL [\"/bin/bash\", \"-c\"]", 2)]
    [InlineData("FROM a:1 AS x\nONBUILD CMD b\nFROM x", 3)]
    public void The_shell_form_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("JSONArgsRecommended", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nCMD [\"b\", \"c\"]")]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-c\"]\nCMD b")]
    [InlineData("FROM a:1 AS x\nSHELL [\"/bin/bash\", \"-c\"]\nFROM x\nCMD b")]
    [InlineData("FROM a:1\nRUN b")]
    [InlineData("FROM a:1\nHEALTHCHECK CMD b")]
    public void The_JSON_form_and_a_chosen_shell_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("JSONArgsRecommended", dockerfile));
}
