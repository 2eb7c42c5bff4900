using System.Text;
using ContainerSecurity.Tools.ShellCheck;

namespace Build.Tests.Tools.ShellCheck;

public sealed class SortedLinesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(77)]
    public void Each_line_is_found_by_its_start_and_no_other(int count)
    {
        string[] lines = [.. Enumerable.Range(0, count).Select(number => $"{number:x3}={new string('x', number)}")];

        var sorted = new SortedLines(SortedLines.Create(lines.Reverse()).Content);

        Assert.All(lines, line => Assert.Equal(line, sorted.Find(line[..4])));
        Assert.Null(sorted.Find("fff="));
        Assert.Equal(lines, sorted.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a=1")]
    [InlineData("a=1\n\nb=2")]
    [InlineData("\n\n\n")]
    [InlineData("b=2\na=1\n")]
    public void A_file_in_another_form_is_no_error(string content) =>
        Assert.True(new SortedLines(Encoding.UTF8.GetBytes(content)).Find("a=") is null or "a=1");
}
