using Cake.Frosting;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Tasks.Runs;

namespace ContainerSecurity.Tasks;

/// <summary>Proves every claim of SECURITY.md from both sides: that it holds, and that the opposite would have been seen.</summary>
[TaskName("Verify")]
[TaskDescription("Prove every claim of SECURITY.md, and that each check sees what is planted for it")]
[IsDependentOn(typeof(ImageTask))]
public sealed class VerifyTask : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => GateRun.RunAsync(
        context,
        [PolicyGate.Create(context.Options.Quick ? PolicyDepth.AllChecks : PolicyDepth.BothSides)],
        input => BuiltAndStarted.AddAsync(context, input, withDevContainer: true));
}
