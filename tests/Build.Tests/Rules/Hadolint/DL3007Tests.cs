using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3007Tests
{
    [Theory]
    [InlineData(1, "FROM debian:latest")]
    [InlineData(2, "FROM a:1\nFROM r.example.com/a:latest AS b\n")]
    [InlineData(1, "FROM --platform=$BUILDPLATFORM a:latest")]
    public void Latest_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3007.Rule, dockerfile));

    [Theory]
    [InlineData("FROM debian:12")]
    [InlineData("FROM debian:latest@sha256:0")]
    [InlineData("FROM debian")]
    [InlineData("FROM a:latest-slim")]
    public void Another_tag_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3007.Rule, dockerfile));
}
