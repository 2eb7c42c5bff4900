using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>What is written so that neither people nor tools see at once what it is.</summary>
internal static class Obfuscation
{
    private static readonly string[] Working = ["format", "join", "fromjson", "tojson", "contains", "startswith", "endswith"];

    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3021",
        Severity.Low,
        "Something is written in a roundabout way.",
        "Write the plain name or value.")
    {
        Check = facts => [.. Names(facts), .. Inputs(facts), .. Values(facts)],
    };

    private static IEnumerable<Hit> Names(WorkflowFacts facts) =>
        from uses in facts.Workflow.Uses
        let name = (uses.Text ?? "").Split('@')[0]
        where name is not ("./" or "$/") && name.Contains('/') && !name.Contains("://", StringComparison.Ordinal)
            && Parts(name).Any(part => part is "" or "." or "..")
        select new Hit(uses.Line, uses.Text);

    /// <summary><c>./folder</c> begins in the repository.</summary>
    private static string[] Parts(string name) => (name is ['.' or '$', '/', .. var inside] ? inside.TrimEnd('/') : name).Split('/');

    private static IEnumerable<Hit> Values(WorkflowFacts facts) =>
        from text in WorkflowTexts.WithExpressions(facts.Workflow.Root)
        from template in Template.In(text.Text!)
        let whole = Expression.Parse(template.Body)
        where IsPlainText(whole) || Conditions.WithParts(whole).Any(IsConstant)
        select new Hit(WorkflowTexts.LineOf(text, template), template.Body.Trim());

    /// <summary>Inputs that only the run knows.</summary>
    private static IEnumerable<Hit> Inputs(WorkflowFacts facts) =>
        from step in facts.Workflow.Steps
        where step.Value["with"] is { Text: not null }
        select new Hit(step.Value["with"]!.Line, $"with: {step.Value["with"]!.Text}");

    /// <summary>Braces cannot be written otherwise, and <c>if: ${{ false }}</c> is how people switch something off.</summary>
    private static bool IsPlainText(Expression whole) =>
        whole is Literal literal && literal.Text is not ("true" or "false") && literal.Text.IndexOfAny(['{', '}', '$']) < 0;

    /// <summary>What is made of nothing but constants has one value, and that could be written down.</summary>
    private static bool IsConstant(Expression expression) => expression switch
    {
        // A list or a mapping cannot be written otherwise.
        Call { Function: "fromjson", Arguments: [Literal literal] } => literal.Text.TrimStart() is not ['[' or '{', ..],
        Call call => Working.Contains(call.Function) && call.Arguments.Length > 0 && call.Arguments.All(IsConstantPart),
        Operation operation => operation.Operands.All(IsConstantPart),
        _ => false,
    };

    private static bool IsConstantPart(Expression expression) => expression is Literal || IsConstant(expression);
}
