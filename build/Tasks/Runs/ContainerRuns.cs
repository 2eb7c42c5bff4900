using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cake.Common.Diagnostics;
using ContainerSecurity.Checkout;
using ContainerSecurity.Options;
using ContainerSecurity.Probing;
using ContainerSecurity.Probing.Isolation;
using ContainerSecurity.Processes;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Starts the image on an engine, as documented and, unless the run is quick, wrong in one way after the other.</summary>
internal static class ContainerRuns
{
    private const int AtOnce = 3;

    /// <param name="archive">A docker-archive, which every engine loads.</param>
    public static async Task<ContainerFacts> ObserveAsync(BuildContext context, string archive)
    {
        var engine = EngineOf(context);
        context.Information("starting the image with {0}", engine.Program);
        var probe = new ReleasedImageProbe(engine, context.Run.Runner);
        var seen = await probe.RunAsync(archive, RunVariant.Documented, context.Cancellation);
        var wrong = new ConcurrentDictionary<string, ImmutableArray<RunTimeObservation>>();
        if (!context.Options.Quick && seen.Any(observation => observation.Holds is not null))
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = context.Cancellation };
            await Parallel.ForEachAsync(
                RunVariant.Wrong,
                parallel,
                async (variant, cancellation) => wrong[variant.What] = await probe.RunAsync(archive, variant, cancellation));
        }

        return new ContainerFacts(seen, wrong.ToImmutableDictionary());
    }

    /// <summary>The isolated devcontainer with that image as its proxy; without facts, why.</summary>
    public static async Task<(ContainerFacts? Facts, string WhyNot)> ObserveDevContainerAsync(
        BuildContext context, RepositoryFiles files, string archive)
    {
        var engine = EngineOf(context);
        context.Information("starting the isolated devcontainer with {0}; its base is pulled and its image built at the first time", engine.Program);
        try
        {
            var proxy = await LoadedImage.LoadAsync(engine, context.Run.Runner, archive, context.Cancellation);
            ImmutableArray<IsolatedVariant> variants = [IsolatedVariant.Documented, .. IsolatedVariant.Wrong];
            var (seen, whyNot) = await new IsolatedFormProbe(engine, context.Run.Runner)
                .RunAsync(files.Root, files.Committable.Concat(files.FileLinks), proxy, variants, context.Cancellation);
            if (seen is not [var documented, .. var wrong])
                return (null, whyNot);
            var byWhat = IsolatedVariant.Wrong.Zip(wrong).ToImmutableDictionary(pair => pair.First.What, pair => pair.Second);
            return (new ContainerFacts(documented, byWhat), "");
        }
        catch (ToolFailedException failed)
        {
            return (null, failed.Message);
        }
    }

    private static ContainerEngine EngineOf(BuildContext context) => new(context.Options.ImageEngine == ImageEngine.Auto
        ? "docker"
        : context.Options.ImageEngine.ToString().ToLowerInvariant());
}
