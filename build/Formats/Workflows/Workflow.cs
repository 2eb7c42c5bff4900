using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>A workflow of GitHub Actions, or an action of the repository.</summary>
internal sealed record Workflow(LocatedValue Root, bool IsAction)
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

    /// <summary>Each step with the mappings around it whose variables it sees, itself first.</summary>
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
        .. Root["runs"]?["image"] is { Text: { } image } value && image.StartsWith("docker://", StringComparison.OrdinalIgnoreCase) ? [value] : Array.Empty<LocatedValue>(),
    ];

    /// <summary>The events of <c>on</c>, in each of its forms.</summary>
    public IEnumerable<(string Name, int Line)> Events => Root["on"] is not { } on ? []
        : on.Kind == JsonValueKind.Object ? on.Members.Select(member => (member.Name, member.Line))
        : on.OneOrMore().Select(item => (item.Text ?? "", item.Line));

    /// <exception cref="InputException">No workflow.</exception>
    public static Workflow Parse(string path, string text, bool isAction)
    {
        var root = LocatedYaml.Parse(path, text);
        return root is { Kind: JsonValueKind.Object } && root[isAction ? "runs" : "jobs"] is { Kind: JsonValueKind.Object }
            ? new Workflow(root, isAction)
            : throw new InputException($"{path}:{root?.Line ?? 1}: {(isAction ? "an action has a mapping `runs`" : "a workflow has a mapping `jobs`")}.") { Line = root?.Line ?? 1 };
    }
}

/// <summary>A step, and the mappings whose <c>env</c> it sees.</summary>
internal sealed record WorkflowStep(LocatedValue Value, IReadOnlyList<LocatedValue> Scopes)
{
    /// <summary>Inputs by which actions are given a program: <c>actions/github-script</c>, and those that run one elsewhere.</summary>
    private static readonly string[] ProgramInputs = ["script", "inlinescript", "inline-script", "run", "command", "commands", "cmd"];

    /// <summary>The text that is run as a program, by a shell or by an action; a step's own shell is one too.</summary>
    public IEnumerable<LocatedValue> Scripts =>
        new[] { Value["run"], Value["shell"] }
            .Concat((Value["with"]?.Members ?? []).Where(input => ProgramInputs.Contains(input.Name.ToLowerInvariant())).Select(input => input.Value))
            .OfType<LocatedValue>()
            .Where(script => script.Text is not null);
}
