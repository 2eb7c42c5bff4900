using System.Collections.Immutable;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Docker;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Every build check of Docker but InvalidBaseImagePlatform, which must ask a registry.</summary>
internal static class DockerCheckList
{
    public static ImmutableArray<DockerCheck> All { get; } =
    [
        ConsistentInstructionCasing.Check,
        CopyIgnoredFile.Check,
        DuplicateStageName.Check,
        ExposeInvalidFormat.Check,
        ExposeProtoCasing.Check,
        FromAsCasing.Check,
        FromPlatformFlagConstDisallowed.Check,
        InvalidDefaultArgInFrom.Check,
        InvalidDefinitionDescription.Check,
        JSONArgsRecommended.Check,
        LegacyKeyValueFormat.Check,
        MaintainerDeprecated.Check,
        MultipleInstructionsDisallowed.Check,
        NoEmptyContinuation.Check,
        RedundantTargetPlatform.Check,
        ReservedStageName.Check,
        SecretsUsedInArgOrEnv.Check,
        StageNameCasing.Check,
        UndefinedArgInFrom.Check,
        UndefinedVar.Check,
        WorkdirRelativePath.Check,
    ];

    public static bool Has(string name) => All.Any(check => check.Name == name);
}
