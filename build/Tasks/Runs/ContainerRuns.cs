using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cake.Common.Diagnostics;
using ContainerSecurity.Options;
using ContainerSecurity.Probing;
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
        var asked = context.Options.ImageEngine;
        var engine = new ContainerEngine(asked == ImageEngine.Auto ? "docker" : asked.ToString().ToLowerInvariant());
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
}
