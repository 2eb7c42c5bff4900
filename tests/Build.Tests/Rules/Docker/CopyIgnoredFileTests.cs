namespace Build.Tests.Rules.Docker;

public sealed class CopyIgnoredFileTests
{
    [Theory]
    [InlineData("FROM a:1\nCOPY b /", "b\n", 2)]
    [InlineData("FROM a:1\nADD ./b/c /", "b\n", 2)]
    [InlineData("FROM a:1\nCOPY [\"x\", \"y.txt\", \"/\"]", "*.txt\n", 2)]
    [InlineData("FROM a:1\nARG V=b\nCOPY $V /", "b\n", 3)]
    [InlineData("FROM a:1\nCOPY a/tmp/b /", "*/tmp/*\n", 2)]
    [InlineData("FROM a:1\nCOPY . /", "**\n", 2)]
    [InlineData("FROM a:1\nADD b c /", "b\nc\n", 2, 2)]
    public void What_is_excluded_from_the_context_is_caught(string dockerfile, string ignoreFile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("CopyIgnoredFile", dockerfile, ignoreFile));

    [Theory]
    [InlineData("FROM a:1\nCOPY c /", "b\n")]
    [InlineData("FROM a:1\nCOPY b /", null)]
    [InlineData("FROM a:1\nCOPY b /", "b\n!b/keep\n")]
    [InlineData("FROM a:1\nCOPY --from=x:1 b /", "b\n")]
    [InlineData("FROM a:1\nADD https://example.com/b /", "**/b\n")]
    [InlineData("FROM a:1\nCOPY <<b /c\nx\nb\n", "*b\n")]
    [InlineData("FROM a:1\nCOPY . /", "b\n")]
    public void What_is_in_the_context_or_comes_from_elsewhere_is_let_pass(string dockerfile, string? ignoreFile) =>
        Assert.Empty(CheckBench.Lines("CopyIgnoredFile", dockerfile, ignoreFile));
}
