namespace Build.Tests.Rules.Docker;

public sealed class UndefinedVarTests
{
    [Theory]
    [InlineData("FROM a:1\nCOPY $B .", 2)]
    [InlineData("FROM a:1\nARG V=$B", 2)]
    [InlineData("FROM a:1\nENV PATH=$PAHT:/b", 2)]
    [InlineData("FROM a:1\nLABEL $A=$B", 2, 2)]
    [InlineData("FROM a:1\nUSER b\nWORKDIR /${C}", 3)]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=$D b", 2)]
    [InlineData("FROM a:1\nCOPY <<E /b\n$A\nE", 2)]
    [InlineData("FROM a:1\nARG A\nFROM a:1\nUSER $A", 4)]
    [InlineData("FROM a:1\nENV A=1 B=$A", 2)]
    [InlineData("FROM a:1\nCOPY --chown=$U b c", 2)]
    [InlineData("FROM a:1 AS x\nONBUILD USER $A\nFROM x", 3)]
    [InlineData("FROM a:1\nVOLUME [\"$A\"]", 2)]
    public void A_variable_that_nothing_sets_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("UndefinedVar", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nARG B\nCOPY $B .")]
    [InlineData("FROM a:1\nENV B=1\nENV C=$B")]
    [InlineData("FROM a:1\nENV PATH=/b:$PATH")]
    [InlineData("FROM a:1\nRUN b $C")]
    [InlineData("FROM a:1\nCMD b $C")]
    [InlineData("FROM a:1\nUSER '$A'")]
    [InlineData("FROM a:1\nUSER \\$A")]
    [InlineData("FROM a:1 AS x\nENV A=1\nFROM x\nUSER $A")]
    [InlineData("ARG V=1\nFROM a:1\nARG V\nUSER $V")]
    [InlineData("FROM a:1\nARG TARGETARCH\nCOPY $TARGETARCH /")]
    [InlineData("FROM a:1\nEXPOSE $P")]
    [InlineData("FROM a:1\nCOPY <<\"E\" /b\n$A\nE")]
    [InlineData("FROM a:1\nARG A=1 B=$A")]
    public void A_variable_that_is_set_and_what_a_shell_resolves_is_let_pass(string dockerfile) =>
        Assert.Empty(CheckBench.Lines("UndefinedVar", dockerfile));
}
