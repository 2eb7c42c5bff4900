using System.Collections.Immutable;
using System.Globalization;
using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Findings;
using ContainerSecurity.Tasks.Runs;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Acquisition;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace ContainerSecurity.Tasks;

/// <summary>Downloads every pinned tool and the vulnerability database, so that later runs can be offline, and lists them.</summary>
[TaskName("Tools")]
[TaskDescription("Fetch and verify every tool of tools.lock.json, and the vulnerability database, and list them")]
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

        var hasDatabase = await FetchDatabaseAsync(context, source, rows);
        if (rows.Any(row => row.State == ToolState.Refused))
            context.State.ExitCode = ExitCodes.CouldNotRun;
        else if (context.Options.Strict && (!hasDatabase || rows.Any(row => row.State != ToolState.Verified)))
            context.State.ExitCode = ExitCodes.Incomplete;
    }

    /// <returns>Whether there is one that is not too old.</returns>
    private static async Task<bool> FetchDatabaseAsync(BuildContext context, IToolSource source, ImmutableArray<ToolsListRow> rows)
    {
        const string Name = "vulnerability database";
        if (rows.All(row => row.Name != TrivyTool.Name || row.Path is null)
            || TrivyTool.From(await source.AcquireAsync(TrivyTool.Name, context.Cancellation)) is not { } trivy)
        {
            context.Information("{0}: Unavailable, Trivy fetches it", Name);
            return false;
        }

        var cache = new DatabaseCache(new DatabaseDownload(context.Run.Runner), TimeProvider.System);
        var settings = context.Options.Database with { RetryUnreachable = true };
        var state = await cache.GetAsync(trivy, settings, context.Paths, context.Cancellation);
        var isFresh = state.IsFresh(TimeProvider.System.GetUtcNow(), settings.MaxAge);
        var age = state.UpdatedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
        context.Information(
            "{0}: {1}, {2}", Name, !state.IsUsable ? "Unavailable" : isFresh ? $"of {age}" : $"Too old, of {age}", state.Repository ?? "no source");
        foreach (var detail in new[] { state.Folder, state.Missing, state.NotRefreshed }.OfType<string>())
            context.Information("  {0}", detail);
        return isFresh;
    }
}
