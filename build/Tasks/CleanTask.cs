using Cake.Common.Diagnostics;
using Cake.Frosting;

namespace ContainerSecurity.Tasks;

/// <summary>Removes the results of builds from the checkout, but not the user's cache.</summary>
[TaskName("Clean")]
[TaskDescription("Remove the results of earlier builds; the cache of tools stays")]
public sealed class CleanTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        foreach (var folder in new[]
        {
            context.Paths.Output,
            Path.Combine(context.Paths.Root, "proxy", "bin"),
            Path.Combine(context.Paths.Root, "proxy", "obj"),
        })
        {
            if (!Directory.Exists(folder))
                continue;

            Directory.Delete(folder, recursive: true);
            context.Information("removed {0}", folder);
        }
    }
}
