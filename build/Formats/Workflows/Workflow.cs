using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>A workflow of GitHub Actions, or an action of the repository.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
internal sealed record Workflow(string Path, LocatedValue Root, bool IsAction)
{
    /// <summary>The jobs in their order.</summary>
    public ImmutableArray<WorkflowJob> Jobs =>
        field.IsDefault ? field = [.. (Root["jobs"]?.Members ?? []).Select(job => WorkflowJob.OfWorkflow(job, Root))] : field;

    /// <summary>The jobs, and the steps of a composite action as one.</summary>
    public ImmutableArray<WorkflowJob> StepLists =>
        field.IsDefault ? field = [.. Jobs, .. Root["runs"] is { } runs ? [WorkflowJob.OfAction(runs)] : ImmutableArray<WorkflowJob>.Empty] : field;

    public IEnumerable<WorkflowStep> Steps => StepLists.SelectMany(list => list.Steps);

    /// <summary>Those that jobs run in, and those beside them.</summary>
    public IEnumerable<JobContainer> Containers => Jobs.SelectMany(job => job.Containers);

    /// <summary>What is taken from elsewhere: actions, reusable workflows, images of Docker actions.</summary>
    public IEnumerable<LocatedValue> Uses =>
    [
        .. Jobs.Select(job => job.Value["uses"]).OfType<LocatedValue>(),
        .. Steps.Select(step => step.Value["uses"]).OfType<LocatedValue>(),
        .. (Root["runs"]?["image"]?.OneOrMore() ?? []).Where(
            image => image.Text?.StartsWith("docker://", StringComparison.OrdinalIgnoreCase) == true),
    ];

    /// <summary>The events of <c>on</c>, in each of its forms.</summary>
    public IEnumerable<(string Name, int Line)> Events => Root["on"] is not { } on ? []
        : on.Kind == JsonValueKind.Object ? on.Members.Select(member => (member.Name, member.Line))
        : on.OneOrMore().Select(item => (item.Text ?? "", item.Line));

    /// <summary>What its steps run, each once, however many aliases name it.</summary>
    public IEnumerable<Script> Scripts => StepScripts.Find(this);

    /// <summary>Comments behind something, by the line.</summary>
    public IReadOnlyDictionary<int, string> Comments { get; init; } = ImmutableDictionary<int, string>.Empty;

    public bool RunsOn(params ReadOnlySpan<string> events)
    {
        foreach (var item in Events)
        {
            if (events.Contains(item.Name.ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <exception cref="InputException">Not YAML.</exception>
    public static Workflow Parse(string path, string text, bool isAction) =>
        new(path, LocatedYaml.Parse(path, text) ?? LocatedValue.Nothing, isAction) { Comments = YamlComments.ReadInline(text) };

    /// <summary>What is said of a file that is something else than its name says, since nothing runs by it; null for a good one.</summary>
    public string? MissingBody => Root[IsAction ? "runs" : "jobs"] is { Kind: JsonValueKind.Object } ? null
        : IsAction ? "an action has a mapping `runs`"
        : "a workflow has a mapping `jobs`";
}
