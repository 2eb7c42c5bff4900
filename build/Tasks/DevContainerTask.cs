using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using ContainerSecurity.Packaging;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Tasks;

/// <summary>Builds the stage for development. Its base image and packages come from registries, so this needs an engine.</summary>
[TaskName("DevContainer")]
[TaskDescription("Build the devcontainer's image with an engine (docker unless --image-engine says another)")]
[IsDependentOn(typeof(ImageTask))]
public sealed class DevContainerTask : AsyncFrostingTask<BuildContext>
{
    private const string Stage = "devcontainer";

    public override async Task RunAsync(BuildContext context)
    {
        if (context.Options.ImageEngine == ImageEngine.BuiltIn)
        {
            throw new InputException(
                "--image-engine=built-in: the stage devcontainer runs commands on a base image, which needs an engine. "
                + "Use docker, podman or buildah.");
        }

        var program = context.Options.ImageEngine == ImageEngine.Auto ? "docker" : context.Options.ImageEngine.ToString().ToLowerInvariant();
        await StageClaudeCodeAsync(context);
        var reference = $"claude-code-{Stage}:{ProxyImageBuild.Version}";
        context.Information("building {0} with {1}; the base image is pulled at the first time", reference, program);
        var engine = new ContainerEngine(program);
        var build = engine.Build(new EngineBuild(context.Paths.Dockerfile, Stage, reference, context.Paths.Root)
        {
            Arguments = ProxyImageBuild.Arguments(context.Options.Rid),
        });
        await context.Run.Runner.RunAsync(build with { OnLine = line => context.Information("{0}", line) }, context.Cancellation);
        // .devcontainer/isolated runs the image that is released, as it is.
        await context.Run.Runner.RunAsync(engine.Load(context.Paths.ImageArchive), context.Cancellation);
        context.Information("built {0}, loaded {1}", reference, context.Paths.ImageArchive);
    }

    /// <summary>Provides the verified Claude Code of tools.lock.json, so the image needs no npm and no install script.</summary>
    private static async Task StageClaudeCodeAsync(BuildContext context)
    {
        var claude = await context.Run.CreateToolSource(context.Options.Rid).AcquireAsync("claude-code", context.Cancellation);
        if (claude.Path is null)
        {
            throw new InputException(
                $"Claude Code is not available: {claude.Unavailable}. Run --target=Tools where the npm registry can be reached.");
        }

        context.Information("Claude Code {0}", claude.Version);
        File.Copy(claude.Path, context.Paths.ClaudeCode, overwrite: true);
    }
}
