using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>What one job leaves on such a machine, the next one finds: in a public repository, anybody's pull request is such a job.</summary>
internal static class SelfHostedRunner
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3012",
        Severity.Medium,
        "A job runs on a machine of one's own.",
        "Use a machine that is thrown away after one job, or make an exception that says why the repository's pull requests can be trusted.")
    {
        Mildest = Severity.Low,
        Check = facts => facts.Workflow.Jobs.SelectMany(Machines).Select(
            found => found with { Severity = facts.IsOpen ? Severity.Medium : Severity.Low }),
    };

    private static IEnumerable<Hit> Machines(WorkflowJob job) =>
    [
        .. job.Runner.Labels.Where(label => label.Text!.Trim().Equals("self-hosted", StringComparison.OrdinalIgnoreCase)).Take(1)
            .Select(label => HitAt(label, $"job {job.Name}")),
        .. job.Runner.Group is { } group ? [HitAt(group, $"job {job.Name}, group {group.Text}")] : Array.Empty<Hit>(),
    ];

    private static Hit HitAt(LocatedValue place, string what) => new(place.Line, what);
}
