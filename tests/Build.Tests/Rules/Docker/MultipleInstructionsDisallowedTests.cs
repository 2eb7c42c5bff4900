namespace Build.Tests.Rules.Docker;

public sealed class MultipleInstructionsDisallowedTests
{
    [Theory]
    [InlineData("FROM a:1\nCMD [\"b\"]\nCMD [\"c\"]", 2)]
    [InlineData("FROM a:1\nENTRYPOINT [\"b\"]\nENTRYPOINT [\"c\"]\nENTRYPOINT [\"d\"]", 2, 3)]
    [InlineData("FROM a:1\nHEALTHCHECK NONE\nHEALTHCHECK CMD [\"b\"]", 2)]
    [InlineData("FROM a:1 AS x\nONBUILD CMD [\"b\"]\nFROM x\nCMD [\"c\"]", 3)]
    public void What_a_later_one_replaces_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("MultipleInstructionsDisallowed", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nCMD [\"b\"]\nENTRYPOINT [\"c\"]")]
    [InlineData("FROM a:1 AS x\nCMD [\"b\"]\nFROM x\nCMD [\"c\"]")]
    [InlineData("FROM a:1\nRUN b\nRUN c")]
    public void One_of_each_in_a_stage_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("MultipleInstructionsDisallowed", dockerfile));
}
