using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>The log masks a secret as a whole; a part that is taken out of it is printed. All of them at once are more than a step needs.</summary>
internal static class UnmaskedSecret
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3022",
        Severity.Medium,
        "A secret is taken apart, or all secrets are taken at once.",
        "Store each value as a secret of its own, and name the single one that is needed.")
    {
        Check = facts =>
            from text in WorkflowTexts.WithExpressions(facts.Workflow.Root)
            from template in Template.In(text.Text!)
            from part in Conditions.WithParts(Expression.Parse(template.Body))
            let fault = Fault(part)
            where fault is not null
            select new Hit(WorkflowTexts.LineOf(text, template), fault),
    };

    private static string? Fault(Expression expression) => expression switch
    {
        Call { Function: "fromjson", Arguments: [Access { Context: "secrets", Path.Length: > 1 } secret] } => $"fromJSON({secret.Name})",
        Call { Function: "tojson", Arguments: [Access { Context: "secrets", Path.Length: 1 }] } => "toJSON(secrets)",
        Access { Context: "secrets", IsComputed: true } or Access { Context: "secrets", Path: [_, Access.Any, ..] } => "secrets[…]",
        _ => null,
    };
}
