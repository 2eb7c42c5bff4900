using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Dotnet;

namespace Build.Tests.Tools.Dotnet;

public sealed class TestTotalsTests
{
    [Fact]
    public void The_counters_of_a_results_file_are_read()
    {
        var totals = Read(
            """<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary><Counters total="10" executed="8" passed="7" failed="1" /></ResultSummary></TestRun>""");

        Assert.Equal(new TestTotals(7, 1, 2), totals);
        Assert.Equal("7 passed, 1 failed, 2 skipped", totals.ToString());
    }

    [Fact]
    public void A_test_that_broke_without_a_verdict_counts_as_failed() =>
        Assert.Equal(1, Read("""<TestRun><Counters total="2" executed="2" passed="1" failed="0" aborted="1" /></TestRun>""").Failed);

    [Fact]
    public void Totals_add_up() => Assert.Equal("3 passed, 1 failed", (new TestTotals(1, 1, 0) + new TestTotals(2, 0, 0)).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("<TestRun />")]
    [InlineData("<TestRun><Counters /></TestRun>")]
    public void An_unreadable_results_file_is_a_broken_run_and_never_a_pass(string text) => Assert.Throws<ToolFailedException>(() => Read(text));

    private static TestTotals Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return TestTotals.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
