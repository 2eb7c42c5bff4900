using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Such a workflow has the secrets of this repository, and a build script of the pull request can take them.</summary>
internal static class UntrustedCode
{
    private static readonly string[] EventsOfStrangers =
        ["pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "discussion_comment"];

    public static Rule<Workflow> Rule { get; } = new(
        "CS3007",
        Severity.Critical,
        "A workflow that others can start, with the secrets of this repository, takes their code.",
        "Build their code in a workflow on pull_request, which has no secrets, and hand over nothing but data.")
    {
        Check = workflow => workflow.Events.Any(item => EventsOfStrangers.Contains(item.Name, StringComparer.OrdinalIgnoreCase))
            ? workflow.Steps.SelectMany(UntrustedCheckout.In)
            : [],
    };
}
