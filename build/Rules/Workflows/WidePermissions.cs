using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>What stands at the top of a workflow every job gets, the one that only tests too.</summary>
internal static class WidePermissions
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3017",
        Severity.Medium,
        "The tokens of all jobs have a permission that one may need.",
        "Write `permissions: {}` at the top, and the permission in the job that needs it.")
    {
        Mildest = Severity.Low,
        Check = facts => [.. AtTheTop(facts), .. ReadAll(facts)],
    };

    private static IEnumerable<Hit> AtTheTop(WorkflowFacts facts)
    {
        // Where each job has its own, the top's are nobody's.
        if (facts.Workflow.Jobs.All(job => job.Value["permissions"] is not null))
            return [];
        var severity = facts.Workflow.Jobs.Length > 1 ? Severity.Medium : Severity.Low;
        return (facts.Workflow.Root["permissions"]?.Members ?? [])
            .Where(permission => "write".Equals(permission.Value.Text, StringComparison.OrdinalIgnoreCase))
            .Select(permission => new Hit(permission.Line, $"write to {permission.Name}") { Severity = severity });
    }

    private static IEnumerable<Hit> ReadAll(WorkflowFacts facts) => facts.Workflow.Jobs.Select(job => job.Value).Prepend(facts.Workflow.Root)
        .Select(scope => scope["permissions"])
        .OfType<LocatedValue>()
        .Where(permissions => permissions.Kind == JsonValueKind.String && "read-all".Equals(permissions.Text, StringComparison.OrdinalIgnoreCase))
        .Select(permissions => new Hit(permissions.Line, "read-all") { Severity = Severity.Low });
}
