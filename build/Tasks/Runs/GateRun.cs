using System.Collections.Immutable;
using System.Text;
using Cake.Common.Diagnostics;
using Cake.Core;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Reports;
using ContainerSecurity.Reports.LintFormats;
using ContainerSecurity.Reports.Words;
using Spectre.Console;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Runs gates concurrently, writes all reports, and only then fails the build, once.</summary>
internal static class GateRun
{
    private const int LogWidth = 160;

    /// <param name="complete">Adds to the input what only this run looks at.</param>
    /// <returns>The report of a run that passed.</returns>
    /// <exception cref="CakeException">It did not; the reports are written all the same.</exception>
    public static async Task<ScanReport> RunAsync(
        BuildContext context, ImmutableArray<Gate> gates, Func<GateInput, Task<GateInput>>? complete = null)
    {
        var paths = context.Run.Judged;
        var files = await new RepositoryListing(context.Run.Runner, paths).ReadAsync(context.Cancellation);
        var input = GateInput.Read(context.Options, paths, files, context.Cancellation) with
        {
            Images = context.State.Images,
            ImagePath = context.State.ImagePath,
            ImageMissing = context.State.ImageMissing,
            BuilderFindings = context.State.BuilderFindings,
        };
        if (complete is not null)
            input = await complete(input);
        context.Information("running: {0}", string.Join(", ", gates.Select(gate => gate.Name)));
        var results = await Task.WhenAll(gates.Select(gate => JudgeAsync(context, gate, input)));
        var report = await RunRecord.CreateAsync(context, [.. results]);
        Conclude(context, report);
        return report;
    }

    private static async Task<GateResult> JudgeAsync(BuildContext context, Gate gate, GateInput input)
    {
        var result = await Task.Run(() => gate.RunAsync(input, context.Cancellation));
        context.Information("{0}: {1} after {2:0.0} s", gate.Name, DisplayNames.Get(result.Verdict), result.Duration?.TotalSeconds);
        return result;
    }

    private static void Conclude(BuildContext context, ScanReport report)
    {
        ReportFiles.Write(report, context.Paths.Reports);
        // Redirected output has no width; a log is easier to read without line breaks.
        if (Console.IsOutputRedirected)
            AnsiConsole.Console.Profile.Width = LogWidth;
        if (context.Options.LintFormat is { } format
            && report.Gates.FirstOrDefault(gate => gate.Name == LintGate.Name) is { Verdict: not Verdict.Error } lint)
        {
            Print(LintPrinter.Print(
                format, lint, DateTimeOffset.UtcNow, colours: string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))));
        }

        if (report is { Gates: [_], Claims.IsEmpty: false })
            ClaimTable.Write(AnsiConsole.Console, report);
        ScanTable.Write(AnsiConsole.Console, report, context.Paths.Reports);
        context.State.ExitCode = report.ExitCode;
        if (report.ExitCode != ExitCodes.Passed)
        {
            var open = report.Gates
                .Where(gate => gate.Verdict != Verdict.Pass)
                .Select(gate => $"{gate.Name} {DisplayNames.Get(gate.Verdict)}");
            throw new CakeException($"verdict {DisplayNames.Get(report.Verdict)}: {string.Join(", ", open)}");
        }
    }

    // Not through the console, which then writes to stderr.
    private static void Print(string text)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(Encoding.UTF8.GetBytes(text));
    }
}
