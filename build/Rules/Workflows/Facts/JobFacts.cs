using System.Collections.Frozen;
using System.Collections.Immutable;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>A job, or the steps of a composite action: who chooses its outputs and the variables that its steps set.</summary>
internal sealed class JobFacts(WorkflowFacts workflow, WorkflowJob job)
{
    private readonly Dictionary<string, List<(int Step, Choice Worst)>> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Choice> _outputs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Choice> _matrix = new(StringComparer.OrdinalIgnoreCase);
    private int _followed;
    private bool _isFollowing;

    public WorkflowFacts Workflow => workflow;

    public WorkflowJob Job => job;

    public ImmutableArray<StepFacts> Steps =>
        field.IsDefault ? field = [.. job.Steps.Select((step, index) => new StepFacts(this, step, index))] : field;

    /// <summary>What expressions outside of steps see.</summary>
    public ValueScope Scope => field ??= new ValueScope(this, job.Scopes, HasStep: false, Before: job.Steps.Length);

    private FrozenDictionary<string, StepFacts> StepsById => field ??= Steps
        .Where(step => step.Step.Id is not null)
        .DistinctBy(step => step.Step.Id!.ToLowerInvariant())
        .ToFrozenDictionary(step => step.Step.Id!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where no step has that id.</summary>
    public StepFacts? Step(string id) => StepsById.GetValueOrDefault(id);

    /// <param name="name"><c>*</c> for any.</param>
    public Choice Output(string name)
    {
        if (job.Uses is not null)
            return new Choice(Chooser.Unknown, "");
        return Once(_outputs, name, () => (job.Value["outputs"]?.Members ?? [])
            .Where(output => name == "*" || output.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(output => output.Value));
    }

    /// <summary>Of <c>matrix.NAME</c>.</summary>
    public Choice Matrix(string name) => Once(_matrix, name, () => JobMatrix.ValuesOf(job, name).SelectMany(JobMatrix.TextsIn));

    /// <summary>Who chooses a variable that steps before one wrote into <c>GITHUB_ENV</c>; null where none did.</summary>
    public Choice? WrittenBefore(string name, int step)
    {
        FollowTo(step);
        if (!_variables.TryGetValue(name, out var writes) || writes[0].Step >= step)
            return null;
        var (low, high) = (0, writes.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = writes[middle].Step < step ? (middle, high) : (low, middle - 1);
        }

        return writes[low].Worst;
    }

    /// <summary>Steps are looked at in their order, so that none asks for another that asks for another.</summary>
    public void FollowTo(int step)
    {
        if (_isFollowing)
            return;
        _isFollowing = true;
        for (; _followed < Math.Min(step, Steps.Length); _followed++)
        {
            foreach (var write in Steps[_followed].Writes.Where(write => write is { File: RunnerFile.Environment, Name: not null }))
            {
                if (!_variables.TryGetValue(write.Name!, out var writes))
                    _variables[write.Name!] = writes = [];
                writes.Add((_followed, writes.Count == 0 ? write.Choice : Choice.Worse(writes[^1].Worst, write.Choice)));
            }
        }

        _isFollowing = false;
    }

    /// <summary>What is asked for while it is worked out is made of itself, and adds nothing.</summary>
    private Choice Once(Dictionary<string, Choice> known, string name, Func<IEnumerable<LocatedValue>> values)
    {
        if (known.TryGetValue(name, out var choice))
            return choice;
        known[name] = Choice.Nobody;
        return known[name] = Choice.Worst(values().Select(value => Scope.Of(value.Text)));
    }
}
