using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3044Tests
{
    [Theory]
    [InlineData(1, "ENV A=1 B=$A")]
    [InlineData(1, "ENV A=1 B=\"x${A}y\"")]
    [InlineData(1, "ENV B=$A/x A=1")]
    [InlineData(1, "ENV A=1 A=$A")]
    [InlineData(1, "ENV A=1 B=$C${D}$A")]
    public void A_variable_used_where_it_is_set_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3044.Rule, dockerfile));

    [Theory]
    [InlineData("ENV A=1\nENV A=2 B=$A\n")]
    [InlineData("ARG A\nENV A=1 B=$A\n")]
    [InlineData("ENV A=1 B=$AB")]
    [InlineData("ENV A=$A")]
    [InlineData("ENV A=$A$A${A}")]
    [InlineData("ENV A=1 B=${A")]
    [InlineData("ENV A=1 B=$ C=${} D=$")]
    [InlineData("ENV A=1 B=2")]
    public void A_variable_set_before_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3044.Rule, dockerfile));
}
