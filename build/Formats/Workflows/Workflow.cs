using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>A workflow of GitHub Actions, or an action of the repository.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
internal sealed record Workflow(string Path, LocatedValue Root, bool IsAction)
{
    public IEnumerable<LocatedMember> Jobs => Root["jobs"]?.Members ?? [];

    /// <summary>Those that jobs run in, and those beside them.</summary>
    public IEnumerable<JobContainer> Containers =>
    [
        .. from job in Jobs
           where job.Value["container"] is not null
           select new JobContainer(job.Name, job.Value["container"]!),
        .. from job in Jobs
           from service in job.Value["services"]?.Members ?? []
           select new JobContainer($"{job.Name}/{service.Name}", service.Value),
    ];

    /// <summary>Each step with the mappings around it whose variables and defaults it sees, itself first.</summary>
    public IEnumerable<WorkflowStep> Steps =>
    [
        .. from job in Jobs
           from step in job.Value["steps"]?.Items ?? []
           select new WorkflowStep(step, [step, job.Value, Root]),
        .. from step in Root["runs"]?["steps"]?.Items ?? []
           select new WorkflowStep(step, [step]),
    ];

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
    public IEnumerable<Script> Scripts =>
    [
        .. from step in Steps.DistinctBy(step => (step.Run, step.Language))
           where step.Run is not null
           select new Script(
               Path, Place.At(Path, step.Run!.Line), Expressions.Fill(step.Run.Text!, "EXPRESSION"), step.Language) { KeepsLines = true },
    ];

    /// <exception cref="InputException">Not YAML.</exception>
    public static Workflow Parse(string path, string text, bool isAction) =>
        new(path, LocatedYaml.Parse(path, text) ?? LocatedValue.Nothing, isAction);

    /// <summary>What is said of a file that is something else than its name says, since nothing runs by it; null for a good one.</summary>
    public string? MissingBody => Root[IsAction ? "runs" : "jobs"] is { Kind: JsonValueKind.Object } ? null
        : IsAction ? "an action has a mapping `runs`"
        : "a workflow has a mapping `jobs`";
}
