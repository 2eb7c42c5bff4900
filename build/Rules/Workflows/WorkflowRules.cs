using System.Collections.Immutable;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Every rule about workflows and composite actions, in the order of ids. A test finds the rule that is missing here.</summary>
internal static class WorkflowRules
{
    public static ImmutableArray<Rule<Workflow>> All { get; } =
    [
        UnpinnedAction.Rule,
        PullRequestTarget.Rule,
        ScriptInjection.Rule,
        UndeclaredPermissions.Rule,
        WriteAllPermissions.Rule,
        UnpinnedJobImage.Rule,
        UntrustedCode.Rule,
    ];
}
