using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Facts;

/// <summary>A build as far as it can be known without running anything and without any registry: stages, variables, and the build context's exclusions.</summary>
/// <param name="ignored">Reads the <c>.dockerignore</c> of the build context; null without one.</param>
internal sealed class DockerBuild(Dockerfile dockerfile, Func<DockerIgnore?> ignored)
{
    public Dockerfile Dockerfile => dockerfile;

    public DockerIgnore? Ignored => ignored();

    /// <summary>The ARGs before the first FROM, with their values, and what the builder sets.</summary>
    public ImmutableDictionary<string, string> Global { get; } = GlobalArguments.Of(dockerfile);

    /// <summary>Names that a FROM may use, those without a value too.</summary>
    public IReadOnlySet<string> Declared => field ??= Global.Keys.Concat(GlobalArguments.Declarations(dockerfile).Select(word => NameValue.Parse(word).Name)).ToHashSet();

    public ImmutableArray<BuiltStage> Stages => field.IsDefault ? field = Build() : field;

    public IEnumerable<BuildStep> Steps => Stages.SelectMany(stage => stage.Steps);

    private ImmutableArray<BuiltStage> Build()
    {
        var (built, byName) = (ImmutableArray.CreateBuilder<BuiltStage>(), new Dictionary<string, BuiltStage>());
        foreach (var stage in dockerfile.Stages)
        {
            var next = Build(stage, byName);
            built.Add(next);
            if (next.Name.Length > 0)
                byName[next.Name] = next;
        }

        return built.ToImmutable();
    }

    private BuiltStage Build(Stage stage, Dictionary<string, BuiltStage> byName)
    {
        var image = OfFrom(stage.From.RawArguments.FirstOrDefault(""));
        var platform = stage.From.Flags.FirstOrDefault(flag => flag.Name == "platform")?.Value;
        var basis = byName.GetValueOrDefault(image.Text?.ToLowerInvariant() ?? "");
        var scope = new StageScope(dockerfile.Escape, Global, basis?.Scope);
        var triggered = basis?.Stage.Instructions.Select(instruction => instruction.Triggered).OfType<Instruction>() ?? [];
        return new BuiltStage(stage, basis, image, string.IsNullOrEmpty(platform) ? null : OfFrom(platform))
        {
            Steps =
            [
                .. triggered.Select(instruction => scope.Run(instruction, stage.From.Line)),
                .. stage.Instructions.Select(instruction => scope.Run(instruction, instruction.Line)),
            ],
            Scope = scope,
        };
    }

    private VariableExpansion OfFrom(string word) => VariableExpansion.Of(word, dockerfile.Escape, name => Global.GetValueOrDefault(name));
}
