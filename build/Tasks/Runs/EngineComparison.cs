using Cake.Common.Diagnostics;
using ContainerSecurity.Images.Comparing;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Options;
using ContainerSecurity.Packaging;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>
/// Builds the same stage with the requested engine and reports differences. The gates still check the image of the built-in builder.
/// </summary>
internal static class EngineComparison
{
    public static async Task RunAsync(BuildContext context)
    {
        if (context.Options.ImageEngine is ImageEngine.Auto or ImageEngine.BuiltIn)
            return;

        var engine = new ContainerEngine(context.Options.ImageEngine.ToString().ToLowerInvariant());
        var reference = $"{context.State.Image!.Identity.Name}-{engine.Program}";
        context.Information("building {0} with {1}, for comparison", reference, engine.Program);
        await context.Run.Runner.RunAsync(engine.Build(new EngineBuild(context.Paths.Dockerfile, ProxyImageBuild.Stage, reference, context.Paths.Root)
        {
            Arguments = ProxyImageBuild.Arguments(context.Options.Rid),
        }), context.Cancellation);

        var archive = Path.Combine(context.Paths.Output, $"image-{engine.Program}.tar");
        File.Delete(archive);
        await context.Run.Runner.RunAsync(engine.Save(reference, archive), context.Cancellation);
        var theirs = ImageReader.Open(archive, Path.Combine(context.Paths.Output, "comparison")).Images[0];
        var differences = ImageComparison.Compare(context.State.Image, theirs);
        context.Information(
            "{0} of {1}: {2}", archive, engine.Program, differences.IsEmpty ? "a container sees no difference" : $"{differences.Length} differences");
        foreach (var difference in differences)
            context.Warning("  {0}", difference);
    }
}
