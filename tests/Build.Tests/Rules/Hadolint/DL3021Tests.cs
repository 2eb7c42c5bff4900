using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3021Tests
{
    [Theory]
    [InlineData(1, "COPY a b /c")]
    [InlineData(1, "COPY [\"a\", \"b\", \"/c\"]")]
    [InlineData(2, "FROM a:1\nCOPY --chown=1:1 a b c\n")]
    public void Several_sources_without_folder_are_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3021.Rule, dockerfile));

    [Theory]
    [InlineData("COPY a b /c/")]
    [InlineData("COPY a /c")]
    [InlineData("COPY a b \"/c/\"")]
    [InlineData("COPY [\"a\", \"b\", \"/c/\"]")]
    public void A_folder_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3021.Rule, dockerfile));
}
