using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Every build check of Docker but InvalidBaseImagePlatform, which must ask a registry. A test finds the one that is missing here.</summary>
internal static class DockerRules
{
    public static ImmutableArray<Rule<DockerBuild>> All { get; } =
    [
        ConsistentInstructionCasing.Rule,
        CopyIgnoredFile.Rule,
        DuplicateStageName.Rule,
        ExposeInvalidFormat.Rule,
        ExposeProtoCasing.Rule,
        FromAsCasing.Rule,
        FromPlatformFlagConstDisallowed.Rule,
        InvalidDefaultArgInFrom.Rule,
        InvalidDefinitionDescription.Rule,
        JSONArgsRecommended.Rule,
        LegacyKeyValueFormat.Rule,
        MaintainerDeprecated.Rule,
        MultipleInstructionsDisallowed.Rule,
        NoEmptyContinuation.Rule,
        RedundantTargetPlatform.Rule,
        ReservedStageName.Rule,
        SecretsUsedInArgOrEnv.Rule,
        StageNameCasing.Rule,
        UndefinedArgInFrom.Rule,
        UndefinedVar.Rule,
        WorkdirRelativePath.Rule,
    ];

    /// <summary>The names that <c>hadolint.yaml</c> may use beside codes.</summary>
    public static ImmutableHashSet<string> Ids { get; } = [.. All.Select(rule => rule.Id)];
}
