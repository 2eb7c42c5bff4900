using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>The conditions (<c>if</c>) of jobs and steps.</summary>
internal static class Conditions
{
    public static IEnumerable<Condition> Of(WorkflowFacts facts) =>
        from job in facts.Jobs
        from scope in job.Job.Steps.Select(step => step.Value).Prepend(job.Job.Value)
        where scope["if"] is { Text: not null }
        select new Condition(scope["if"]!, job);

    /// <summary>An expression and all that it is made of.</summary>
    public static IEnumerable<Expression> WithParts(Expression expression) => (expression switch
    {
        Call call => call.Arguments.SelectMany(WithParts),
        Operation operation => operation.Operands.SelectMany(WithParts),
        Access { Root: { } root } => WithParts(root),
        _ => [],
    }).Prepend(expression);
}

/// <summary>A condition; it may stand with or without <c>${{ }}</c>.</summary>
internal sealed record Condition(LocatedValue Value, JobFacts Job)
{
    public string Text => Value.Text!;

    public IEnumerable<Expression> Parts => Template.IsIn(Text)
        ? Template.In(Text).SelectMany(template => Conditions.WithParts(Expression.Parse(template.Body)))
        : Conditions.WithParts(Expression.Parse(Text));
}
