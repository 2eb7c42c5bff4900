using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Tasks.Runs;
using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Tasks;

/// <summary>Checks the format and runs the unit tests; needs no engine, no key, and no network except the package registries.</summary>
[TaskName("Test")]
[TaskDescription("Check the format and run the tests that need no engine, scanner or client")]
public sealed class TestTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        context.Information("checking the format");
        await context.Run.Runner.RunAsync(DotnetCommands.VerifyFormat(context.Paths.Solution), context.Cancellation);
        await TestRun.RunAsync(context, "Test", "Build.Tests", "Proxy.Tests");
    }
}
