using Cake.Frosting;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tasks;

/// <summary>Proves every claim of SECURITY.md from both sides: that it holds, and that the opposite would have been seen.</summary>
[TaskName("Verify")]
[TaskDescription("Prove every claim of SECURITY.md, and that each check sees what is planted for it")]
[IsDependentOn(typeof(ImageTask))]
public sealed class VerifyTask : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) =>
        GateRun.RunAsync(
            context,
            [PolicyGate.Create(context.Options.Quick ? PolicyDepth.AllChecks : PolicyDepth.BothSides)],
            input => CompleteAsync(context, input));

    private static async Task<GateInput> CompleteAsync(BuildContext context, GateInput input)
    {
        try
        {
            return await WithRebuildsAsync(context, input);
        }
        catch (ToolFailedException failed)
        {
            return input with { BuildMissing = $"it could not be built a second time: {failed.Message}" };
        }
    }

    private static async Task<GateInput> WithRebuildsAsync(BuildContext context, GateInput input) =>
        !context.Run.BuildsImage ? input with { BuildMissing = "the image comes from elsewhere; whoever has its sources runs --target=Rebuild" }
        : context.State.Image is null ? input with { BuildMissing = context.State.ImageMissing }
        : context.Options.Quick ? input with { BuildMissing = "--quick builds nothing twice" }
        : input with { Build = await Rebuilds.ReadAsync(context, input.Files) };
}
