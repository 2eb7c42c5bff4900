using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>With any letter around <c>${{ }}</c>, a line end too, the condition is a text, and every text but the empty one is true.</summary>
internal static class UnsoundCondition
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3018",
        Severity.High,
        "A condition is always true.",
        "Leave `${{ }}` out of `if`, or write nothing around it: `if: >-` in place of `if: |`.")
    {
        Check = facts =>
            from condition in Conditions.Of(facts)
            let templates = Template.In(condition.Text).ToList()
            where templates.Count > 0 && (templates.Count > 1 || templates[0].Position > 0 || templates[0].End < condition.Text.Length)
            select new Hit(condition.Value.Line, condition.Text.Trim().ReplaceLineEndings(" ")),
    };
}
