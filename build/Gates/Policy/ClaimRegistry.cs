using System.Collections.Immutable;
using ContainerSecurity.Rules.Claims;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Every check, in the order of SECURITY.md.</summary>
internal static class ClaimRegistry
{
    public static readonly ImmutableArray<Claim> All =
    [
        BaseImages.Claim,
        RootUser.Claim,
        MinimalAttackSurface.Claim,
        ReadOnlyMounts.Claim,
        HostIsolation.Claim,
        EnvironmentFiles.Claim,
        NoHardcodedSecrets.Claim,
        GitIgnorePatterns.Claim,
        SingleContainer.Claim,
        MinimalPortExposure.Claim,
        NoDirectInternet.Claim,
        StaticBinary.Claim,
        MinimalDependencies.Claim,
        NoPipedInstalls.Claim,
        CheckedActions.Claim,
    ];
}
