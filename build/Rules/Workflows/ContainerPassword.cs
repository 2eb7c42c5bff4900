using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Everybody who can read the workflow has it.</summary>
internal static class ContainerPassword
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3015",
        Severity.High,
        "The password of a registry is written down.",
        "Change it, for it is known now, and write `${{ secrets.NAME }}`.")
    {
        Check = facts =>
            from container in facts.Workflow.Containers
            let password = container.Value["credentials"]?["password"]
            where password?.Text is { Length: > 0 } text && !Template.IsIn(text)
            select new Hit(password!.Line, container.Name),
    };
}
