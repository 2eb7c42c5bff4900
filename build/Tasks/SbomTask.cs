using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Tasks;

/// <summary>Creates the bill of materials of the image, which is stored inside it and beside it.</summary>
[TaskName("Sbom")]
[TaskDescription("Describe what is in the binary and its image (CycloneDX)")]
[IsDependentOn(typeof(ImageTask))]
public sealed class SbomTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (!context.Run.BuildsImage)
            throw new InputException("--target=Sbom describes what is built here. Leave out --image, --input and --policy.");
        if (context.State.Image is null)
            throw new InputException($"There is no image to describe: {context.State.ImageMissing}");

        context.Information("SBOM: {0}", context.Paths.Sbom);
    }
}
