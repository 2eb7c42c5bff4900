using System.Collections.Immutable;
using System.Text;
using Cake.Core;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Reports;
using ContainerSecurity.Reports.LintFormats;
using ContainerSecurity.Reports.Pipelines;
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
        var results = await GateProgress.RunAsync(context, gates, gate => Task.Run(() => gate.RunAsync(input, context.Cancellation)));
        var report = await RunRecord.CreateAsync(context, results);
        Conclude(context, report);
        return report;
    }

    private static void Conclude(BuildContext context, ScanReport report)
    {
        ReportFiles.Write(report, context.Paths.Reports, context.State.Before);
        // Redirected output has no width; a log is easier to read without line breaks.
        if (Console.IsOutputRedirected)
            AnsiConsole.Console.Profile.Width = LogWidth;
        if (context.Options.LintFormat is { } format
            && report.Gates.FirstOrDefault(gate => gate.Name == LintGate.Name) is { Verdict: not Verdict.Error } lint)
        {
            Print(LintPrinter.Print(
                format, lint, DateTimeOffset.UtcNow, colours: string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))));
        }

        var inActions = GitHubAnnotations.AreRead && context.Options.LintFormat is null;
        // What findings quote must not be a command to the runner.
        var token = Guid.NewGuid().ToString("N");
        if (inActions)
            Print($"{GitHubAnnotations.Write(report)}::stop-commands::{token}\n");
        if (report is { Gates: [_], Claims.IsEmpty: false })
            ClaimTable.Write(AnsiConsole.Console, report);
        ScanTable.Write(AnsiConsole.Console, report, context.Paths.Reports);
        if (inActions)
            Print($"::{token}::\n");
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
