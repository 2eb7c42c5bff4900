using System.Text.Json;
using Build.Tests.Reports.Said;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports;
using ContainerSecurity.Reports.Html;
using ContainerSecurity.Reports.Markdown;
using ContainerSecurity.Reports.Pipelines;
using ContainerSecurity.Reports.Records;
using ContainerSecurity.Reports.Sarif;
using FsCheck.Xunit;
using Spectre.Console;

namespace Build.Tests.Reports;

/// <summary>Whatever a record holds, all reports of it say the same verdict, the same counts and the same findings.</summary>
public sealed class ConsistencyTests
{
    [Property(MaxTest = 150)]
    public void All_reports_say_the_same(int seed)
    {
        var report = RandomReport.Create(seed);
        if (report.Gates.IsEmpty)
            return;
        var expected = Shown(SaidScan.Of(report));

        Assert.Equal(expected, Shown(ReadReports.Json(ScanRecord.Write(report))));
        Assert.Equal(expected, Shown(ReadReports.Sarif(SarifReport.Write(report))));
        Assert.Equal(expected, Shown(ReadReports.Markdown(ScanMarkdown.Write(report))));
        Assert.Equal(expected, Shown(ReadReports.Junit(JUnitReport.Write(report))));
        Assert.Equal(expected, Shown(ReadPage.Html(HtmlReport.Write(report))));
        Assert.Equal(Shown(Counted(SaidScan.Of(report))), Shown(ReadConsole.Table(ShownOnConsole(report))));
    }

    /// <summary>The console shows the first findings of each gate and the number of the others.</summary>
    private static SaidScan Counted(SaidScan scan) => scan with { Gates = [.. scan.Gates.Select(gate => gate with { Findings = "" })] };

    private static string ShownOnConsole(ScanReport report)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        ScanTable.Write(console, report, "/reports");
        return writer.ToString();
    }

    private static string Shown(SaidScan scan) => JsonSerializer.Serialize(scan);
}
