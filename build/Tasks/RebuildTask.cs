using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging.Rebuilding;

namespace ContainerSecurity.Tasks;

/// <summary>Reproduces somebody else's build and says so in a statement that others can read.</summary>
[TaskName("Rebuild")]
[TaskDescription("Build from these sources and compare with another build, bit for bit: --against=DIR")]
[IsDependentOn(typeof(ImageTask))]
public sealed class RebuildTask : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context)
    {
        var against = context.Options.Against ?? throw new InputException("--target=Rebuild needs the build to compare with: --against=DIR.");
        if (!context.Run.BuildsImage || context.State.Image is null)
            throw new InputException("--target=Rebuild compares what is built here. Leave out --image, --input and --policy.");

        foreach (var rid in context.Options.Rids)
            Compare(context, context.Paths with { Output = against }, rid);
        return Task.CompletedTask;
    }

    private static void Compare(BuildContext context, BuildPaths theirs, string rid)
    {
        var found = BuildComparison.Compare(theirs, context.Paths, rid, $"{Environment.UserName} on {Environment.MachineName}");
        var statement = Path.Combine(context.Paths.Rebuilds, $"rebuild-{rid}.json");
        AtomicOutput.File(statement, ReproductionStatement.Write(found));
        foreach (var difference in found.Differences)
            context.Error("{0}", difference);
        context.Information(
            "{0} {1}. Statement: {2}; put it into {3} of the build that it is about",
            found.Subject.Image,
            found.Differences.IsEmpty ? "was reproduced, bit for bit" : "was not reproduced",
            statement,
            Path.GetFileName(context.Paths.Rebuilds));
        if (!found.Differences.IsEmpty)
            context.State.ExitCode = ExitCodes.Failed;
    }
}
