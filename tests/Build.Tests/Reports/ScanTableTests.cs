using ContainerSecurity.Reports;
using Spectre.Console;

namespace Build.Tests.Reports;

public sealed class ScanTableTests
{
    [Fact]
    public void The_console_shows_every_gate_then_what_is_not_a_pass_and_where_the_reports_are()
    {
        var text = Shown();

        foreach (var expected in new[] { "lint", "trivy 0.75.0", "incomplete", "DL3002 Dockerfile:7: Last user is root → Add USER with a number", "no vulnerability database could be had", "/reports/scan.md" })
            Assert.Contains(expected, text);
    }

    [Fact]
    public void What_an_exception_covers_is_not_listed_as_open() => Assert.DoesNotContain("DL3008", Shown());

    private static string Shown()
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        ScanTable.Write(console, SampleReport.Create(), "/reports");
        return writer.ToString();
    }
}
