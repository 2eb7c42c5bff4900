using Cake.Common.Diagnostics;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Saves an image of a running engine as a docker-archive for the gates.</summary>
internal static class EngineImage
{
    public static async Task<string> SaveAsync(BuildContext context, string reference)
    {
        var program = context.Options.ImageEngine switch
        {
            ImageEngine.Podman => "podman",
            ImageEngine.Buildah => "buildah",
            ImageEngine.BuiltIn => throw new InputException(
                $"--image={reference}: the built-in builder keeps no images by name. Give --input=PATH, or another --image-engine."),
            _ => "docker",
        };
        var archive = Path.Combine(context.Paths.Output, "image-engine.tar");
        Directory.CreateDirectory(context.Paths.Output);
        File.Delete(archive);
        context.Information("saving {0} from {1}", reference, program);
        try
        {
            await context.Run.Runner.RunAsync(new ContainerEngine(program).Save(reference, archive), context.Cancellation);
        }
        catch (ToolFailedException failed)
        {
            throw new InputException($"--image={reference}: {program} cannot provide it. {failed.Message}", failed);
        }

        return archive;
    }
}
