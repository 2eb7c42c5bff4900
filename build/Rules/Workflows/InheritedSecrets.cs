using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>The called workflow gets every secret of the repository and of its organisation, those that are added later too.</summary>
internal static class InheritedSecrets
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3010",
        Severity.Medium,
        "A called workflow inherits all secrets.",
        "Name the single secrets that it needs: `secrets: {name: ${{ secrets.NAME }}}`.")
    {
        Mildest = Severity.Low,
        Check = facts =>
            from job in facts.Workflow.Jobs
            where "inherit".Equals(job.Value["secrets"]?.Text, StringComparison.OrdinalIgnoreCase)
            select new Hit(job.Value["secrets"]!.Line, job.Uses?.Text)
            {
                Severity = job.Uses?.Text?.StartsWith("./", StringComparison.Ordinal) == true ? Severity.Low : Severity.Medium,
            },
    };
}
