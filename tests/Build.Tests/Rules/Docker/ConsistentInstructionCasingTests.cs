namespace Build.Tests.Rules.Docker;

public sealed class ConsistentInstructionCasingTests
{
    [Theory]
    [InlineData("FROM a:1\nrun b\nRUN c", 2)]
    [InlineData("FROM a:1\nUser b\nRUN c", 2)]
    [InlineData("FROM a:1\nrun b\nuser c", 1)]
    [InlineData("from a:1\nrun b\nUSER c", 3)]
    [InlineData("FROM a:1\nuser c", 2)]
    [InlineData("arg A\narg B\nfrom a:1\nRUN b\nRUN c", 3)]
    public void An_instruction_in_another_case_than_most_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("ConsistentInstructionCasing", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nRUN b")]
    [InlineData("from a:1\nrun b")]
    [InlineData("arg A\nFROM a:1\nRUN b\nRUN c")]
    [InlineData("FROM a:1\nONBUILD run b")]
    public void One_case_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("ConsistentInstructionCasing", dockerfile));
}
