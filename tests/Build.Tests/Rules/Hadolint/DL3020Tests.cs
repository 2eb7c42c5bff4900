using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3020Tests
{
    [Theory]
    [InlineData(1, "ADD a /b")]
    [InlineData(1, "ADD [\"a b\", \"/c\"]")]
    [InlineData(1, "ADD https://example.com/a b /c/")]
    public void A_plain_file_added_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3020.Rule, dockerfile));

    [Theory]
    [InlineData("ADD a.tar.gz /b")]
    [InlineData("ADD \"a.tgz\" /b")]
    [InlineData("ADD https://example.com/a /b")]
    [InlineData("COPY a /b")]
    public void An_archive_or_an_address_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3020.Rule, dockerfile));
}
