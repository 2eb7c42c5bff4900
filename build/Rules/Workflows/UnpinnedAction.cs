using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>A tag or branch is what its owner, or a thief of its key, makes it tomorrow.</summary>
internal static partial class UnpinnedAction
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3001",
        Severity.High,
        "An action, workflow or image is taken by a name that can change.",
        "Write the commit of 40 digits, with the version in a comment; an image by its digest.")
    {
        Check = facts =>
            from uses in facts.Workflow.Uses
            let name = uses.Text?.Trim() ?? ""
            where !IsFixed().IsMatch(name)
            select new Hit(uses.Line, name.Length > 0 ? name : "nothing"),
    };

    [GeneratedRegex(@"^([.$]/.*|docker://.+@sha256:[0-9a-f]{64}|[^@]+@[0-9a-f]{40})\z", RegexOptions.IgnoreCase)]
    private static partial Regex IsFixed();
}
