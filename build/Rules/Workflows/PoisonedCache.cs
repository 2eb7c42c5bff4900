using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>A cache is written by any job of the branch; what is released is made of what it holds.</summary>
internal static partial class PoisonedCache
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3013",
        Severity.Medium,
        "A job that publishes restores a cache.",
        "Build a release without caches: switch the input off, or leave the step out.")
    {
        Check = facts =>
            from job in facts.Workflow.Jobs
            where IsRelease(facts.Workflow) || job.Steps.Any(CacheActions.Publishes)
            from step in job.Steps
            where CacheActions.Restores(step, ActionVersions.MajorOf(step, facts.Workflow))
            select new Hit(step.Value["uses"]!.Line, step.Value["uses"]!.Text),
    };

    /// <summary>It runs for releases, for tags, or for branches of releases.</summary>
    private static bool IsRelease(Workflow workflow) =>
        workflow.RunsOn("release")
        || (workflow.Root["on"]?["push"] is { } push
            && (push["tags"] is not null
                || (push["branches"]?.OneOrMore() ?? []).Any(branch => branch.Text is { } name && ReleaseBranch().IsMatch(name))));

    [GeneratedRegex(@"\brelease\b|^v[0-9*]", RegexOptions.IgnoreCase)]
    private static partial Regex ReleaseBranch();
}
