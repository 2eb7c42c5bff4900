using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Packaging;
using ContainerSecurity.Tasks.Runs;

namespace ContainerSecurity.Tasks;

/// <summary>
/// Provides the image to check: built here, or the one given by an option. An image that cannot be built is a finding for the gates and does not end
/// the run.
/// </summary>
[TaskName("Image")]
[TaskDescription("Build the proxy's image, bit for bit reproducible, without an engine")]
[IsDependentOn(typeof(CompileTask))]
public sealed class ImageTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        var path = await PathAsync(context);
        if (path is null)
            return;

        var opened = ImageReader.Open(path, Path.Combine(context.Paths.Output, "input"));
        (context.State.Images, context.State.ImagePath) = (opened.Images, opened.Path);
        foreach (var identity in opened.Images.Select(image => image.Identity))
            context.Information("image {0}, {1}, digest {2}", identity.Name, identity.Platform, identity.Digest ?? identity.Id);
        if (context.Run.BuildsImage)
            await EngineComparison.RunAsync(context);
    }

    private static async Task<string?> PathAsync(BuildContext context)
    {
        if (context.Options.Input is { } input)
            return input;
        if (context.Options.Image is { } reference)
            return await EngineImage.SaveAsync(context, reference);
        if (!context.Run.BuildsImage)
        {
            context.State.ImageMissing = "no image was given: another repository is judged; add --input=PATH or --image=REF";
            return null;
        }

        var outcome = await new ProxyImageBuild(context.Paths, context.Run.Runner).RunAsync(context.Options.Rids, context.Cancellation);
        if (outcome.IsEmpty)
            return context.Paths.Image;

        context.State.BuilderFindings = outcome;
        context.State.ImageMissing = $"there is no image: Dockerfile line {outcome[0].Line}: {outcome[0].Message}";
        context.Warning("{0}", context.State.ImageMissing);
        return null;
    }
}
