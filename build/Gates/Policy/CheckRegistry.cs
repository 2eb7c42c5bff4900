using System.Collections.Immutable;
using ContainerSecurity.Rules.Claims;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Every check that a policy can name.</summary>
internal static class CheckRegistry
{
    public static readonly ImmutableArray<Check> All =
    [
        .. BaseImages.Checks,
        .. RootUser.Checks,
        .. MinimalAttackSurface.Checks,
        .. ReadOnlyMounts.Checks,
        .. HostIsolation.Checks,
        .. EnvironmentFiles.Checks,
        .. NoHardcodedSecrets.Checks,
        .. GitIgnorePatterns.Checks,
        .. SingleContainer.Checks,
        .. MinimalPortExposure.Checks,
        .. NoDirectInternet.Checks,
        .. IsolatedAgent.Checks,
        .. ProxyUser.Checks,
        .. MinimalDependencies.Checks,
        .. NoPipedInstalls.Checks,
        .. ReproducibleBuilds.Checks,
        .. CheckedActions.Checks,
        .. RunningContainer.Checks,
        .. RunningDevContainer.Checks,
        .. ImageChecks.All,
    ];
}
