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
    /// <param name="archive">A docker-archive, which every engine loads.</param>
    public static async Task<ContainerFacts> ObserveAsync(BuildContext context, string archive)
    {
        var asked = context.Options.ImageEngine;
        var engine = new ContainerEngine(asked == ImageEngine.Auto ? "docker" : asked.ToString().ToLowerInvariant());
        context.Information("starting the image with {0}", engine.Program);
        var probe = new ReleasedImageProbe(engine, context.Run.Runner);
        var seen = await probe.RunAsync(archive, RunVariant.Documented, context.Cancellation);
        var wrong = ImmutableDictionary<string, ImmutableArray<RunTimeObservation>>.Empty;
        if (context.Options.Quick || seen.All(observation => observation.Holds is null))
            return new ContainerFacts(seen, wrong);
        foreach (var variant in RunVariant.Wrong)
            wrong = wrong.Add(variant.What, await probe.RunAsync(archive, variant, context.Cancellation));
        return new ContainerFacts(seen, wrong);
    }
}
