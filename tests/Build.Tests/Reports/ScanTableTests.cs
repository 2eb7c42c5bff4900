using ContainerSecurity.Reports;
using Spectre.Console;

namespace Build.Tests.Reports;

public sealed class ScanTableTests
{
    [Fact]
    public void The_console_shows_every_gate_then_what_is_not_a_pass_and_where_the_reports_are()
    {
        var text = Shown();

        foreach (var expected in new[]
        {
            "lint",
            "trivy 0.75.0",
            "incomplete",
            "DL3002 Dockerfile:7: Last user is root → Add USER with a number",
            "no vulnerability database could be had",
            "next: ./build.sh --target=Lint",
            "Reports: /reports/index.html",
        })
        {
            Assert.Contains(expected, text);
        }
    }

    [Fact]
    public void What_an_exception_covers_is_not_listed_as_open() => Assert.DoesNotContain("DL3008", Shown());

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_table_fits_the_window_and_no_verdict_or_name_is_broken(int width)
    {
        var lines = Shown(width).Split('\n').Select(line => line.TrimEnd()).ToList();

        Assert.All(lines.TakeWhile(line => !line.StartsWith("lint fail", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, width));
        var row = lines.First(line => line.TrimStart().StartsWith("vulnerabilities", StringComparison.Ordinal));
        Assert.Matches("^ *vulnerabilities +incomplete +1 +trivy +debian 12", row);
        Assert.Equal(width == 120, row.EndsWith("debian 12.15, 1 package, database 3 h old", StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrow_window_shows_gates_and_verdicts_alone()
    {
        var lines = Shown(40).Split('\n').Select(line => line.TrimEnd()).ToList();

        Assert.Contains(lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["vulnerabilities", "incomplete", "1"]);
        Assert.Contains(lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["lint", "fail", "1", "(+1)"]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 40));
    }

    [Fact]
    public void What_is_excused_is_counted_apart() => Assert.Matches(@"lint +fail +1 \(\+1\) +built-in +2 Dockerfiles, 30 rules", Shown());

    [Fact]
    public void What_is_wrapped_stays_under_its_beginning()
    {
        var lines = Shown(60)
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("lint fail", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith(' '))
            .ToList();

        Assert.True(lines.Count > 1);
        Assert.All(lines, line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
    }

    private static string Shown(int width = 200)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        ScanTable.Write(console, SampleReport.Create(), "/reports");
        return writer.ToString();
    }
}
