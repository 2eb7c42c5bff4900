using Cake.Core;
using Cake.Frosting;
using ContainerSecurity.Checkout;
using ContainerSecurity.Options;

namespace ContainerSecurity;

/// <summary>What every task receives: Cake's context and this run.</summary>
public sealed class BuildContext(ICakeContext context, BuildRun run) : FrostingContext(context)
{
    public BuildOptions Options => run.Options;

    public BuildPaths Paths => run.Paths;

    public BuildState State => run.State;

    public CancellationToken Cancellation => run.Cancellation;

    internal BuildRun Run => run;
}
