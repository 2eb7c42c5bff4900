using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Tools.Acquisition;
using ContainerSecurity.Tools.Acquisition.Updates;

namespace ContainerSecurity.Tasks;

/// <summary>
/// Proposes newer versions of the pinned tools that are old enough, with entries to review and paste. It never edits the lock file.
/// </summary>
[TaskName("UpdateTools")]
[TaskDescription("Propose new entries for tools.lock.json, none younger than seven days; nothing is changed")]
public sealed class UpdateToolsTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        var updates = new ToolUpdates(new GitHubReleases(ReleaseDownload.CreateHandler()), new NpmReleases(context.Run.Runner), TimeProvider.System);
        foreach (var update in await updates.ProposeAsync(context.Run.ToolsLock, context.Cancellation))
        {
            context.Information(
                "{0} {1}: {2}",
                update.Tool,
                update.Current,
                update.Problem ?? (update.Chosen is { } chosen ? $"{chosen.Version} is old enough" : "nothing newer is old enough"));
            foreach (var young in update.TooYoung)
                context.Information("  refused, younger than seven days: {0}", young.Version);
            if (update.Entry is not null)
                context.Information("{0}", update.Entry);
        }
    }
}
