using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3006Tests
{
    [Theory]
    [InlineData(1, "FROM debian")]
    [InlineData(1, "FROM mcr.example.com/a/b AS c")]
    [InlineData(2, "FROM a:1 AS b\nFROM c\n")]
    public void An_image_without_version_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3006.Rule, dockerfile));

    [Theory]
    [InlineData("FROM debian:12")]
    [InlineData("FROM debian@sha256:0")]
    [InlineData("FROM scratch")]
    [InlineData("FROM $BASE")]
    [InlineData("FROM ${BASE:-a}")]
    [InlineData("FROM a:1 AS b\nFROM b\n")]
    [InlineData("FROM r.example.com:5000/a:1")]
    public void An_image_with_version_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3006.Rule, dockerfile));
}
