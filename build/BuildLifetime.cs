using Cake.Common.Diagnostics;
using Cake.Core;
using Cake.Frosting;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports;
using ContainerSecurity.Reports.Records;

namespace ContainerSecurity;

/// <summary>Logs the options once, so that every log starts with its own input, and puts an open report in the place of an earlier one.</summary>
public sealed class BuildLifetime : FrostingLifetime<BuildContext>
{
    private const int LargestRecord = 256 * BoundedFile.MiB;

    /// <summary>The targets that write reports.</summary>
    private static readonly string[] Judging = ["Lint", "Scan", "Verify", "Release"];

    public override void Setup(BuildContext context, ISetupContext info)
    {
        var options = context.Options;
        context.Information("{0} {1}, output {2}", info.TargetTask.Name, string.Join(", ", options.Rids), options.Output);
        if (options.Strict)
            context.Information("strict: an incomplete gate fails");
        if (options.Offline)
            context.Information("offline: nothing is fetched");
        context.State.Target = info.TargetTask.Name;
        context.State.Judges = info.TasksToExecute.Any(task => Judging.Contains(task.Name, StringComparer.OrdinalIgnoreCase));
        if (context.State.Judges != true)
            return;
        // First, because it may lie where the open report goes; and a bad file costs no time.
        context.State.Before = Baseline(options.Baseline);
        ReportFiles.Write(ScanReport.CouldNotRun("the run is still at work, or was killed before it came to an end."), context.Paths.Reports);
    }

    private static ScanReport? Baseline(string? file) =>
        file is null ? null : ScanRecord.Read(BoundedFile.Read(file, file, LargestRecord), file);

    public override void Teardown(BuildContext context, ITeardownContext info) =>
        context.State.Failure = context.Cancellation.IsCancellationRequested
            ? "the run was interrupted."
            : (Input(info.ThrownException) ?? info.ThrownException?.GetBaseException())?.Message;

    /// <summary>What is bad input says so itself, whatever found it.</summary>
    private static Exception? Input(Exception? thrown) => thrown is null or InputException ? thrown : Input(thrown.InnerException);
}
