using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>A job of a workflow; or the steps of a composite action, which share outputs as a job's do.</summary>
/// <param name="Name">Empty for an action.</param>
/// <param name="Line">Of its name.</param>
/// <param name="Scopes">The mappings whose <c>env</c> and <c>defaults</c> its steps see, the innermost first.</param>
internal sealed record WorkflowJob(string Name, int Line, LocatedValue Value, ImmutableArray<LocatedValue> Scopes)
{
    public ImmutableArray<WorkflowStep> Steps =>
        field.IsDefault ? field = [.. (Value["steps"]?.Items ?? []).Select(step => new WorkflowStep(step, this))] : field;

    public bool IsOfAction => Name.Length == 0;

    /// <summary>The reusable workflow that it calls.</summary>
    public LocatedValue? Uses => Value["uses"];

    public JobRunner Runner => field ??= new JobRunner(this);

    /// <summary>The one that it runs in, and those beside it.</summary>
    public IEnumerable<JobContainer> Containers =>
    [
        .. Value["container"] is { } own ? [new JobContainer(Name, own)] : ImmutableArray<JobContainer>.Empty,
        .. (Value["services"]?.Members ?? []).Select(service => new JobContainer($"{Name}/{service.Name}", service.Value)),
    ];

    public static WorkflowJob OfWorkflow(LocatedMember job, LocatedValue root) => new(job.Name, job.Line, job.Value, [job.Value, root]);

    public static WorkflowJob OfAction(LocatedValue runs) => new("", runs.Line, runs, []);
}
