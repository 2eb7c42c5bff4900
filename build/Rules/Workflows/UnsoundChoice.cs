using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary><c>a &amp;&amp; '' || 'b'</c> is always <c>b</c>: the empty text, 0, false and null count as false.</summary>
internal static class UnsoundChoice
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3023",
        Severity.Low,
        "A choice can never give its first value.",
        "Turn the condition around: `!a && 'b' || ''`, or use case(a, '', 'b').")
    {
        Check = facts =>
            from text in WorkflowTexts.WithExpressions(facts.Workflow.Root)
            from template in Template.In(text.Text!)
            where Conditions.WithParts(Expression.Parse(template.Body)).Any(IsNever)
            select new Hit(WorkflowTexts.LineOf(text, template), template.Body.Trim()),
    };

    private static bool IsNever(Expression expression) =>
        expression is Operation { Operator: "||", Operands: [Operation { Operator: "&&", Operands: [.., Literal { IsFalse: true }] }, ..] };
}
