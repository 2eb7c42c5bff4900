namespace Build.Tests.Rules.Docker;

public sealed class NoEmptyContinuationTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN b && \\\n\n  c", 4)]
    [InlineData("FROM a:1\nRUN b && \\\n\n\n  c", 5)]
    [InlineData("FROM a:1\nRUN b \\\n  \t", 3)]
    public void An_empty_line_inside_at_the_line_where_the_instruction_ends_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("NoEmptyContinuation", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nRUN b && \\\n# c\n  d")]
    [InlineData("FROM a:1\n\nRUN b\n\n")]
    [InlineData("FROM a:1\nRUN <<E\n\nb\nE")]
    public void Comments_inside_and_empty_lines_between_is_let_pass(string dockerfile) =>
        Assert.Empty(CheckBench.Lines("NoEmptyContinuation", dockerfile));
}
