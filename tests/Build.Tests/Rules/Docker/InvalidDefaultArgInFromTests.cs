namespace Build.Tests.Rules.Docker;

public sealed class InvalidDefaultArgInFromTests
{
    [Theory]
    [InlineData("ARG V\nFROM $V", 2)]
    [InlineData("ARG V\nFROM a:$V", 2)]
    [InlineData("ARG V=B\nFROM $V", 2)]
    [InlineData("FROM a:${V}", 1)]
    [InlineData("FROM a:1 AS Build\nFROM Build", 2)]
    [InlineData("FROM a//b", 1)]
    [InlineData("FROM registry.example.com:port/a", 1)]
    public void A_base_that_is_none_without_build_arguments_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("InvalidDefaultArgInFrom", dockerfile));

    [Theory]
    [InlineData("ARG V=1\nFROM a:$V")]
    [InlineData("FROM a:${V:-1}")]
    [InlineData("ARG V=12\nARG W=$V-slim\nFROM localhost:5000/a/b_c:$W")]
    [InlineData("FROM a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("FROM scratch")]
    [InlineData("ARG V=v1.2\nFROM a:${V#v}")]
    [InlineData("ARG V=1.2-rc\nFROM a:${V%-*}")]
    [InlineData("ARG V=1+2\nFROM a:${V/+/-}")]
    public void A_base_with_working_defaults_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("InvalidDefaultArgInFrom", dockerfile));
}
