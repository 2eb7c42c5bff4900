using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3026Tests
{
    private static readonly LintConfiguration Settings = new() { TrustedRegistries = ["mcr.example.com", "*.trusted.example", "local.*"] };

    [Theory]
    [InlineData(1, "FROM debian:12")]
    [InlineData(1, "FROM quay.io/a:1")]
    [InlineData(2, "FROM mcr.example.com/a:1\nCOPY --from=quay.io/b /x /y\n")]
    [InlineData(2, "FROM mcr.example.com/a:1\nRUN --mount=type=bind,from=quay.io/b,target=/x a\n")]
    [InlineData(1, "FROM $BASE")]
    public void An_untrusted_registry_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3026.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("FROM mcr.example.com/a:1")]
    [InlineData("FROM scratch")]
    [InlineData("FROM x.trusted.example/a:1")]
    [InlineData("FROM local.anything.example/a")]
    [InlineData("FROM mcr.example.com/a:1 AS b\nFROM b\nCOPY --from=b /x /y\n")]
    [InlineData("RUN --mount=type=cache,target=/x a")]
    public void A_trusted_registry_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3026.Rule, dockerfile, Settings));
}
