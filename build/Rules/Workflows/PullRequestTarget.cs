using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>It runs for pull requests of strangers, with the secrets of this repository.</summary>
internal static class PullRequestTarget
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3002",
        Severity.High,
        "The workflow runs on pull_request_target.",
        "Use pull_request, which runs without secrets and with a token that can only read.")
    {
        Check = facts => facts.Workflow.Events
            .Where(item => item.Name.Equals("pull_request_target", StringComparison.OrdinalIgnoreCase))
            .Select(item => new Hit(item.Line, item.Name)),
    };
}
