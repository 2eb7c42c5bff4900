using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Findings;
using ContainerSecurity.Tasks.Runs;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity.Tasks;

/// <summary>Downloads every pinned tool, so that later runs can be offline, and lists them.</summary>
[TaskName("Tools")]
[TaskDescription("Fetch and verify every tool of tools.lock.json, and list them")]
public sealed class ToolsTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        // An explicit request also tries hosts that did not respond recently.
        var source = context.Run.CreateToolSource(new ToolSourceSettings
        {
            Cache = context.Paths.Cache,
            RetryUnreachable = true,
            Progress = new ProgressLog(context),
        });
        var rows = await ToolsList.FetchAsync(context.Run.ToolsLock, source, context.Cancellation);
        foreach (var row in rows)
        {
            context.Information("{0} {1}: {2}, {3}", row.Name, row.Version, row.State, row.Source ?? "no source");
            if (row.Path is not null)
                context.Information("  {0}", row.Path);
            if (row.Detail is not null)
                context.Information("  {0}", row.Detail);
        }

        if (rows.Any(row => row.State == ToolState.Refused))
            context.State.ExitCode = ExitCodes.CouldNotRun;
    }
}
