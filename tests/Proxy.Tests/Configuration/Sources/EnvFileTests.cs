using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Configuration.Sources;

public sealed class EnvFileTests
{
    [Theory]
    [InlineData("A=b", "b")]
    [InlineData("A: b", "b")]
    [InlineData("export A=b", "b")]
    [InlineData("  A = b  ", "b")]
    [InlineData("A=b # comment", "b")]
    [InlineData("A=b#c", "b#c")]
    [InlineData("A=#", "")]
    [InlineData("A=", "")]
    [InlineData("A='b # c' # d", "b # c")]
    [InlineData("A=\"b # c\"", "b # c")]
    [InlineData("""A="b\nc" """, "b\nc")]
    [InlineData("""A='b\nc' """, """b\nc""")]
    [InlineData("A=\"two\nlines\"", "two\nlines")]
    [InlineData("""A="say \"b\"" """, "say \"b\"")]
    [InlineData("B=x\nA=${B}y", "xy")]
    [InlineData("B=x\nA=$B/y", "x/y")]
    [InlineData("B=x\nA='$B'", "$B")]
    [InlineData("B=x\nA=\"\\$B\"", "$B")]
    [InlineData("A=$HOME", "")]
    [InlineData("A=100$", "100$")]
    [InlineData("\uFEFFA=b", "b")]
    [InlineData("# A=x\r\nA=b\r\n", "b")]
    [InlineData("A=https://host:8080/v1?x=y", "https://host:8080/v1?x=y")]
    [InlineData("A=x\nA=b", "b")]
    public void A_file_is_read_as_godotenv_reads_it(string text, string value) => Assert.Equal(value, EnvFile.Parse(text)["A"]);

    [Theory]
    [InlineData("A=b\njust words", "line 2")]
    [InlineData("=b", "line 1")]
    [InlineData("A B=c", "line 1")]
    [InlineData("\n\nA=\"open", "line 3")]
    [InlineData("A='b' c", "line 1")]
    public void What_is_no_assignment_is_an_error_that_names_the_line_only(string text, string line)
    {
        var error = Assert.Throws<FormatException>(() => EnvFile.Parse(text));

        Assert.StartsWith(line, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("words", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("open", error.Message, StringComparison.Ordinal);
    }
}
