using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3025Tests
{
    [Theory]
    [InlineData(1, "CMD a b")]
    [InlineData(1, "ENTRYPOINT a")]
    [InlineData(1, "CMD ['a']")]
    [InlineData(1, "HEALTHCHECK CMD curl x")]
    public void The_shell_form_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3025.Rule, dockerfile));

    [Theory]
    [InlineData("CMD [\"a\", \"b\"]")]
    [InlineData("ENTRYPOINT [\"a\"]")]
    [InlineData("HEALTHCHECK CMD [\"a\"]")]
    [InlineData("HEALTHCHECK NONE")]
    [InlineData("RUN a")]
    public void The_JSON_form_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3025.Rule, dockerfile));
}
