using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL4001Tests
{
    [Theory]
    [InlineData(2, "RUN curl x\nRUN wget y\n")]
    [InlineData(1, "RUN curl x && wget y")]
    [InlineData(3, "FROM a:1\nRUN wget x\nRUN curl y\n")]
    public void Both_programs_are_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL4001.Rule, dockerfile));

    [Theory]
    [InlineData("RUN curl x\nRUN curl y\n")]
    [InlineData("FROM a:1\nRUN curl x\nFROM b:1\nRUN wget y\n")]
    [InlineData("RUN curl x\nONBUILD RUN wget y\n")]
    public void One_of_them_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL4001.Rule, dockerfile));
}
