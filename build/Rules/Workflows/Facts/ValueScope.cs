using System.Collections.Immutable;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Says who chooses a text with expressions, as it stands at one place of a workflow.</summary>
/// <param name="Environments">The mappings whose <c>env</c> is seen, the innermost first.</param>
/// <param name="HasStep">The innermost is a step's, which hides what earlier steps set.</param>
/// <param name="Before">The steps that ran already, by their number.</param>
internal sealed record ValueScope(JobFacts Job, ImmutableArray<LocatedValue> Environments, bool HasStep, int Before)
{
    private static readonly string[] Harmless =
        ["contains", "startswith", "endswith", "success", "failure", "always", "cancelled", "hashfiles"];

    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">=", "!"];

    private WorkflowFacts Workflow => Job.Workflow;

    /// <summary>Of a text with any number of expressions.</summary>
    public Choice Of(string? text) => text is null ? Choice.Nobody : Choice.Worst(Template.In(text).Select(Of));

    public Choice Of(Template template) => Of(Expression.Parse(template.Body));

    public Choice Of(Expression expression) => expression switch
    {
        Access { Root: { } root } => Of(root),
        Access context => OfContext(context),
        Call { Function: "case", Arguments: var arguments } =>
            Choice.Worst(arguments.Where((_, index) => index % 2 == 1 || index == arguments.Length - 1).Select(Of)),
        Call call => Harmless.Contains(call.Function) ? Choice.Nobody : Choice.Worst(call.Arguments.Select(Of)),
        Operation { Operator: "&&" } and => Of(and.Operands[^1]),
        Operation operation => Comparisons.Contains(operation.Operator) ? Choice.Nobody : Choice.Worst(operation.Operands.Select(Of)),
        _ => Choice.Nobody,
    };

    /// <summary>Of a variable of the environment.</summary>
    /// <param name="name"><c>*</c> for any.</param>
    public Choice OfVariable(string name)
    {
        for (var level = 0; level < Environments.Length; level++)
        {
            // An earlier step's variable counts more than the job's, and less than the step's own.
            if (level == (HasStep ? 1 : 0) && Job.WrittenBefore(name, Before) is { } written)
                return written.Through(name);
            if (Find(level, name) is { } found)
                return found;
        }

        if ((Environments.Length == 0 || (HasStep && Environments.Length == 1)) && Job.WrittenBefore(name, Before) is { } earlier)
            return earlier.Through(name);
        // An action sees its caller's variables.
        return Job.Job.IsOfAction && !DefaultVariables.IsOfMachine(name) ? new Choice(Chooser.Unknown, name) : Choice.Nobody;
    }

    private Choice? Find(int level, string name)
    {
        // What a job's variables are made of is read before its first step.
        var outer = this with { Environments = Environments[(level + 1)..], HasStep = false, Before = HasStep && level == 0 ? Before : 0 };
        var variables = Workflow.EnvironmentOf(Environments[level]);
        if (name == "*")
        {
            return Choice.Worst(variables.Values.Select(value => outer.Of(value.Text)).Append(
                level + 1 < Environments.Length ? outer.OfVariable(name) : Choice.Nobody)).Through("env");
        }

        return variables.TryGetValue(name, out var found) ? outer.Of(found.Text).Through(name)
            // `env: ${{ fromJSON(…) }}`
            : Environments[level]["env"]?.Text is { } made && !DefaultVariables.IsOfMachine(name) ? outer.Of(made).Through(name)
            : null;
    }

    private Choice OfContext(Access access)
    {
        var rest = access.Path[1..];
        return access.Context switch
        {
            "github" when rest is ["event", "inputs", ..] => new(Workflow.Input(rest.Length > 2 ? rest[2] : "*"), access.Name),
            "github" => new(GitHubContext.Choose(rest, Workflow), access.Name),
            "inputs" => new(Workflow.Input(rest.IsEmpty ? "*" : rest[0]), access.Name),
            "env" => OfVariable(rest.IsEmpty ? "*" : rest[0]).Through(access.Name),
            "matrix" => Job.Matrix(rest.IsEmpty ? "*" : rest[0]).Through(access.Name),
            "steps" => OfSteps(access, rest),
            "needs" => OfNeeds(access, rest),
            _ => Choice.Nobody,
        };
    }

    private Choice OfSteps(Access access, ImmutableArray<string> rest)
    {
        if (rest is [_, "outcome" or "conclusion", ..])
            return Choice.Nobody;
        Job.FollowTo(Before);
        var steps = rest is ["*", ..] or [] ? Job.Steps.Take(Before) : Job.Step(rest[0]) is { } one && one.Index < Before ? [one] : [];
        return Choice.Worst(steps.Select(step => step.Output(rest.Length > 2 ? rest[2] : "*"))).Through(access.Name);
    }

    private Choice OfNeeds(Access access, ImmutableArray<string> rest)
    {
        if (rest is [_, "result", ..])
            return Choice.Nobody;
        var jobs = rest is ["*", ..] or []
            ? (Job.Job.Value["needs"]?.OneOrMore() ?? []).Select(need => Workflow.Job(need.Text ?? ""))
            : [Workflow.Job(rest[0])];
        return Choice.Worst(jobs.OfType<JobFacts>().Select(
            job => Workflow.Follow(access.Name, () => job.Output(rest.Length > 2 ? rest[2] : "*"))));
    }
}
