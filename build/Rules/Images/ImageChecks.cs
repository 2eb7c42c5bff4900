using System.Collections.Immutable;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>All checks of this folder.</summary>
internal static class ImageChecks
{
    public static readonly ImmutableArray<Check> All =
    [
        .. StaticProgram.Checks,
        .. HardenedProgram.Checks,
        .. StartCommand.Checks,
        .. SinglePrograms.Checks,
        .. ShellsAndInstallers.Checks,
        .. RootPowers.Checks,
        .. WritableFiles.Checks,
        .. AccountRules.Checks,
        .. ImageBase.Checks,
        .. BuildHistory.Checks,
        .. DeclaredFiles.Checks,
        .. DeclaredPackages.Checks,
        .. DeclaredNames.Checks,
        .. ImageBudget.Checks,
        .. Leftovers.Checks,
        .. TrustStore.Checks,
    ];
}
