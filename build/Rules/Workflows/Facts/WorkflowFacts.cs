using System.Collections.Frozen;
using System.Collections.Immutable;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>A workflow or action with what its expressions can carry, each worked out once.</summary>
internal sealed class WorkflowFacts(Workflow workflow)
{
    /// <summary>Outputs of jobs that are made of outputs of other jobs, and so on.</summary>
    private const int LongestChain = 50;

    private static readonly string[] RestrictedTypes = ["boolean", "number", "choice", "environment"];

    /// <summary>Events that anybody can cause, and whose workflow has the secrets of this repository.</summary>
    private static readonly string[] Privileged =
        ["pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "discussion_comment", "fork", "watch"];

    private readonly Dictionary<LocatedValue, FrozenDictionary<string, LocatedValue>> _environments = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Chooser> _inputs = new(StringComparer.OrdinalIgnoreCase);
    private Chooser? _reference;
    private int _depth;

    public Workflow Workflow => workflow;

    /// <summary>The jobs, or the steps of a composite action as one.</summary>
    public ImmutableArray<JobFacts> Jobs => field.IsDefault ? field = [.. workflow.StepLists.Select(job => new JobFacts(this, job))] : field;

    public IEnumerable<StepFacts> Steps => Jobs.SelectMany(job => job.Steps);

    /// <summary>Anybody can start it, and it has secrets.</summary>
    public bool IsPrivileged => workflow.RunsOn(Privileged);

    /// <summary>Anybody can start it.</summary>
    public bool IsOpen =>
        IsPrivileged || workflow.RunsOn("pull_request", "pull_request_review", "pull_request_review_comment");

    /// <summary>Who chooses the branch or tag that it runs for.</summary>
    public Chooser Reference => _reference ??= GitHubContext.ByReference(workflow);

    private FrozenDictionary<string, JobFacts> JobsByName => field ??=
        Jobs.DistinctBy(job => job.Job.Name.ToLowerInvariant()).ToFrozenDictionary(job => job.Job.Name, StringComparer.OrdinalIgnoreCase);

    public JobFacts? Job(string name) => JobsByName.GetValueOrDefault(name);

    /// <summary>Who chooses an input: of an action, or of a workflow that is started by hand or called.</summary>
    /// <param name="name"><c>*</c> for any.</param>
    public Chooser Input(string name)
    {
        if (_inputs.TryGetValue(name, out var known))
            return known;
        var inputs = InputMappings.SelectMany(all => all?.Members ?? [])
            .Where(input => name == "*" || input.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return _inputs[name] = inputs.Count == 0 ? Chooser.Unknown
            : !workflow.IsAction && inputs.All(input => RestrictedTypes.Contains(input.Value["type"]?.Text)) ? Chooser.Nobody
            : Chooser.Insider;
    }

    private IEnumerable<LocatedValue?> InputMappings => workflow.IsAction
        ? [workflow.Root["inputs"]]
        : [workflow.Root["on"]?["workflow_dispatch"]?["inputs"], workflow.Root["on"]?["workflow_call"]?["inputs"]];

    /// <summary>The variables of a mapping's <c>env</c>.</summary>
    public FrozenDictionary<string, LocatedValue> EnvironmentOf(LocatedValue scope)
    {
        if (!_environments.TryGetValue(scope, out var variables))
        {
            _environments[scope] = variables = (scope["env"]?.Members ?? [])
                .DistinctBy(variable => variable.Name.ToUpperInvariant())
                .ToFrozenDictionary(variable => variable.Name, variable => variable.Value, StringComparer.OrdinalIgnoreCase);
        }

        return variables;
    }

    /// <summary>Follows a value to another job; what is too far away is unknown.</summary>
    public Choice Follow(string name, Func<Choice> value)
    {
        if (_depth >= LongestChain)
            return new Choice(Chooser.Unknown, name);
        _depth++;
        var choice = value();
        _depth--;
        return choice.Through(name);
    }
}
