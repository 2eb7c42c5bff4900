using ContainerSecurity.Findings;

namespace Build.Tests.Findings;

public sealed class CoverageTests
{
    [Fact]
    public void Facts_come_in_the_order_of_names_and_words_in_the_order_of_telling()
    {
        var coverage = Coverage.None.List("files", ["a"], "file").Count("bytes", 7).Count("Rules", 2, "rule").Text("age", "3 h").Say("3 h old");

        Assert.Equal(["Rules", "age", "bytes", "files"], coverage.Facts.Keys);
        Assert.Equal("1 file, 2 rules, 3 h old", coverage.Summary);
    }

    [Fact]
    public void A_gate_that_looked_at_nothing_says_so() => Assert.Equal("nothing", Coverage.None.Summary);
}
