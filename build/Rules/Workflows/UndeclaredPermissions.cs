using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Without permissions the token has what the settings of the repository give, which may be everything.</summary>
internal static class UndeclaredPermissions
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3004",
        Severity.High,
        "The token of a job has no declared permissions.",
        "Write `permissions: {}` at the top, and what is needed in each job.")
    {
        Mildest = Severity.Low,
        Check = facts => facts.Workflow.IsAction || Declares(facts.Workflow.Root)
            ? []
            : facts.Workflow.Jobs.Where(job => !Declares(job.Value)).Select(job => new Hit(job.Line, $"job {job.Name}")
            {
                // Whoever calls it decides what its token may at most.
                Severity = job.Uses is null && facts.Workflow.Events.All(item => item.Name == "workflow_call") ? Severity.Low : null,
            }),
    };

    private static bool Declares(LocatedValue mapping) => mapping["permissions"] is { Kind: not JsonValueKind.Null };
}
