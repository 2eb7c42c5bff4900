using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Without permissions the token has what the settings of the repository give, which may be everything.</summary>
internal static class UndeclaredPermissions
{
    public static Rule<Workflow> Rule { get; } = new(
        "CS3004",
        Severity.High,
        "The token of a job has no declared permissions.",
        "Write `permissions: {}` at the top, and what is needed in each job.")
    {
        Check = workflow => workflow.IsAction || Declares(workflow.Root)
            ? []
            : workflow.Jobs.Where(job => !Declares(job.Value)).Select(job => new Hit(job.Line, $"job {job.Name}")),
    };

    private static bool Declares(LocatedValue mapping) => mapping["permissions"] is { Kind: not JsonValueKind.Null };
}
