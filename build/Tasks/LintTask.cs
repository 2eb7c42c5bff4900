using Cake.Frosting;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Tasks.Runs;

namespace ContainerSecurity.Tasks;

/// <summary>The lint gate alone: quick, and needs no image.</summary>
[TaskName("Lint")]
[TaskDescription("Lint every Dockerfile of the repository")]
public sealed class LintTask : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => GateRun.RunAsync(context, [LintGate.Create(context.Run.Tools, context.Run.Runner)]);
}
