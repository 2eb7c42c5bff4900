using Cake.Frosting;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Tasks.Runs;

namespace ContainerSecurity.Tasks;

/// <summary>The main target: every gate on the checkout and the image, one report, one verdict.</summary>
[TaskName("Scan")]
[TaskDescription("Build the image and decide by all gates whether it may be released")]
[IsDependentOn(typeof(ImageTask))]
public sealed class ScanTask : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) =>
        GateRun.RunAsync(context, AllGates.Create(TrivySuite.Create(context.Run.Tools, context.Run.Runner)));
}
