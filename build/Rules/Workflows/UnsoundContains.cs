using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary><c>contains('main develop', github.ref_name)</c> holds for a branch `mai` too: in a text, any part is found.</summary>
internal static class UnsoundContains
{
    private static readonly string[] Chosen = ["actor", "triggering_actor", "ref", "ref_name", "head_ref", "base_ref"];

    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3019",
        Severity.Medium,
        "A condition looks for a name within a text, and finds parts of it too.",
        "Compare with `==`, or look within a list: contains(fromJSON('[\"main\", \"develop\"]'), github.ref_name).")
    {
        Mildest = Severity.Low,
        Check = facts =>
            from condition in Conditions.Of(facts)
            from call in condition.Parts.OfType<Call>()
            where call is { Function: "contains", Arguments: [Literal, Access] }
            let name = (Access)call.Arguments[1]
            select new Hit(condition.Value.Line, name.Name) { Severity = IsChosen(name, condition) ? Severity.Medium : Severity.Low },
    };

    private static bool IsChosen(Access name, Condition condition) =>
        name is { Context: "github", Path: [_, var member] } && Chosen.Contains(member) || condition.Job.Scope.Of(name).By != Chooser.Nobody;
}
