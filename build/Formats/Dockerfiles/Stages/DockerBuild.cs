using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>
/// A build as far as it can be known without running anything and without any registry: stages, variables, and the build context's exclusions.
/// </summary>
/// <param name="ignored">Reads the <c>.dockerignore</c> of the build context; null without one.</param>
internal sealed class DockerBuild(Dockerfile dockerfile, Func<DockerIgnore?>? ignored = null)
{
    private static readonly ImmutableArray<string> DefaultShell = ["/bin/sh", "-c"];

    /// <summary>Of images for Windows (Dockerfile reference, SHELL).</summary>
    private static readonly ImmutableArray<string> WindowsShell = ["cmd", "/S", "/C"];

    /// <summary>In the names of the images that Microsoft offers to build upon.</summary>
    private static readonly string[] WindowsNames = ["windows", "nanoserver", "servercore"];

    /// <summary>Values from outside for ARGs that the Dockerfile declares.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>GOARCH name of what is built.</summary>
    public string Architecture { get; init; } = PlatformArguments.AnyArchitecture;

    public Dockerfile Dockerfile => dockerfile;

    public DockerIgnore? Ignored => ignored?.Invoke();

    /// <summary>What a FROM can use: the ARGs before the first one, and those of the platform.</summary>
    public BuildVariables Global => BeforeStages.Variables;

    /// <summary>The instructions before the first FROM, of which a builder takes only ARGs.</summary>
    public ImmutableArray<BuildStep> GlobalSteps => BeforeStages.Steps;

    public ImmutableArray<BuildStage> Stages => field.IsDefault ? field = Build() : field;

    public IEnumerable<BuildStep> Steps => Stages.SelectMany(stage => stage.Steps);

    private (BuildVariables Variables, ImmutableArray<BuildStep> Steps) BeforeStages => field.Steps.IsDefault ? field = RunBeforeStages() : field;

    private (BuildVariables Variables, ImmutableArray<BuildStep> Steps) RunBeforeStages()
    {
        var variables = BuildVariables.BeforeStages(dockerfile.Escape, Given, Architecture);
        var walk = new StageWalk(variables, DefaultShell);
        return (variables, [.. dockerfile.Instructions.TakeWhile(instruction => instruction.Keyword != "FROM").SelectMany(walk.RunWithTrigger)]);
    }

    private ImmutableArray<BuildStage> Build()
    {
        var (built, byAlias) = (ImmutableArray.CreateBuilder<BuildStage>(), new Dictionary<string, BuildStage>());
        foreach (var stage in dockerfile.Stages)
        {
            var next = Build(stage, byAlias);
            built.Add(next);
            if (next.Alias.Length > 0)
                byAlias[next.Alias] = next;
        }

        return built.ToImmutable();
    }

    private static bool IsWindows(string image, string platform) => platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase)
        || WindowsNames.Any(name => image.Contains(name, StringComparison.OrdinalIgnoreCase));

    private BuildStage Build(Stage stage, Dictionary<string, BuildStage> byAlias)
    {
        var image = Global.Expand(stage.From.RawArguments.FirstOrDefault(""));
        var platform = stage.From.Flags.FirstOrDefault(flag => flag.Name == "platform")?.Value;
        var basis = byAlias.GetValueOrDefault(image.Text?.ToLowerInvariant() ?? "");
        var variables = basis?.Variables.ContinueStage() ?? Global.BeginStage();
        var walk = new StageWalk(variables, basis?.Shell ?? (IsWindows(image.Text ?? "", platform ?? "") ? WindowsShell : DefaultShell));
        var triggered = basis?.Stage.Instructions.Select(instruction => instruction.Triggered).OfType<Instruction>() ?? [];
        return new BuildStage(dockerfile.Path, stage, basis, image, string.IsNullOrEmpty(platform) ? null : Global.Expand(platform))
        {
            // In this order: what was triggered runs first.
            Triggered = [.. triggered.Select(instruction => walk.Run(instruction, stage.From.Line))],
            Written = [.. stage.Instructions.SelectMany(walk.RunWithTrigger)],
            Variables = variables,
            Shell = walk.Shell,
        };
    }
}
