using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Whatever runs in the job could change the repository, its releases and its packages.</summary>
internal static class WriteAllPermissions
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3005",
        Severity.High,
        "The token of a job may write everything.",
        "Name the single permissions that are needed.")
    {
        Check = facts => facts.Workflow.Jobs.Select(job => job.Value).Prepend(facts.Workflow.Root)
            .Select(scope => scope["permissions"])
            .OfType<LocatedValue>()
            .Where(permissions => "write-all".Equals(permissions.Text, StringComparison.OrdinalIgnoreCase))
            .Select(permissions => new Hit(permissions.Line, "permissions: write-all")),
    };
}
