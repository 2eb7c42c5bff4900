using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>The owner of the tag decides what sees the job's files and secrets.</summary>
internal static partial class UnpinnedJobImage
{
    public static Rule<Workflow> Rule { get; } = new(
        "CS3006",
        Severity.High,
        "The image of a job or service is taken by a name that can change.",
        "Write its digest, with the tag in a comment, or make an exception that says why the newest is wanted.")
    {
        Check = workflow =>
            from container in workflow.Containers
            where container.Image is { } image && !HasDigest().IsMatch(image.Text!)
            select new Hit(container.Image!.Line, $"{container.Image.Text} ({container.Name})"),
    };

    [GeneratedRegex(@"@sha256:[0-9a-f]{64}\z")]
    private static partial Regex HasDigest();
}
