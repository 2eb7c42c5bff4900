using System.Collections.Immutable;

namespace ContainerSecurity.Secrets;

/// <summary>
/// Every kind of secret that the suite knows, for every source: files, Dockerfiles, compose files, workflows, and an image's files and configuration.
/// Exact enough to run over machine code.
/// </summary>
internal static class SecretRules
{
    /// <summary>Of two rules for the same text the first one holds: forms before names, what says more before what says less.</summary>
    public static ImmutableArray<SecretRule> All { get; } = Ranked(
    [
        .. KeyRules.All,
        .. ModelProviderRules.All,
        .. CodeHostRules.All,
        .. CloudRules.All,
        .. ServiceRules.All,
        .. CredentialRules.All,
        .. CommandRules.All,
        .. NameRules.All,
    ]);

    private static ImmutableArray<SecretRule> Ranked(ImmutableArray<SecretRule> rules)
    {
        for (var i = 0; i < rules.Length; i++)
            rules[i].Rank = i;
        return rules;
    }
}
