using System.Collections.Immutable;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Every rule about workflows and composite actions, in the order of ids. A test finds the rule that is missing here.</summary>
internal static class WorkflowRules
{
    public static ImmutableArray<Rule<WorkflowFacts>> All { get; } =
    [
        UnpinnedAction.Rule,
        PullRequestTarget.Rule,
        ScriptInjection.Rule,
        UndeclaredPermissions.Rule,
        WriteAllPermissions.Rule,
        UnpinnedJobImage.Rule,
        UntrustedCode.Rule,
        RunnerFileInjection.Rule,
        InsecureCommands.Rule,
        InheritedSecrets.Rule,
        KeptCredentials.Rule,
        SelfHostedRunner.Rule,
        PoisonedCache.Rule,
        PoisonedArtifact.Rule,
        ContainerPassword.Rule,
        ContradictoryVersion.Rule,
        WidePermissions.Rule,
        UnsoundCondition.Rule,
        UnsoundContains.Rule,
        BotCondition.Rule,
        Obfuscation.Rule,
        UnmaskedSecret.Rule,
        UnsoundChoice.Rule,
    ];
}
