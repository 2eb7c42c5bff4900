using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>The owner of the tag decides what sees the job's files and secrets.</summary>
internal static partial class UnpinnedJobImage
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3006",
        Severity.High,
        "The image of a job or service is taken by a name that can change.",
        "Write its digest, with the tag in a comment, or make an exception that says why the newest is wanted.")
    {
        Mildest = Severity.Medium,
        Check = facts =>
            from job in facts.Workflow.Jobs
            from container in job.Containers
            where container.Image is not null
            let severity = SeverityOf([.. PossibleTexts.Of(container.Image!, job)])
            where severity is not null
            select new Hit(container.Image!.Line, $"{container.Image.Text} ({container.Name})") { Severity = severity },
    };

    /// <summary>Medium for one that only the run knows; null for a digest, and for none at all.</summary>
    private static Severity? SeverityOf(ImmutableArray<string> images) =>
        images.IsEmpty ? Severity.Medium
        : images.Any(image => image.Length > 0 && !HasDigest().IsMatch(image)) ? Severity.High
        : null;

    [GeneratedRegex(@"@sha256:[0-9a-f]{64}\z")]
    private static partial Regex HasDigest();
}
