using Cake.Frosting;
using ContainerSecurity.Tasks.Runs;

namespace ContainerSecurity.Tasks;

/// <summary>Runs the tests with real engines, clients, scanners and a real model server.</summary>
[TaskName("Acceptance")]
[TaskDescription("Run the tests with real engines, scanners, clients and a real model server")]
[IsDependentOn(typeof(ImageTask))]
public sealed class AcceptanceTask : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => TestRun.RunAsync(context, "Acceptance", "Acceptance.Tests");
}
