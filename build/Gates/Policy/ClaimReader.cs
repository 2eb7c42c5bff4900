using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>The claims of a policy, with the checks that it names.</summary>
internal static class ClaimReader
{
    /// <exception cref="InputException">A check that does not exist; the message names file and line.</exception>
    public static ImmutableArray<Claim> Read(ReleasePolicy policy) =>
        [.. policy.Claims.Select(claim => new Claim(claim.Id, claim.Name, [.. claim.Checks.Select(id => Find(policy, claim, id))]))];

    private static Check Find(ReleasePolicy policy, PolicyClaim claim, string id) =>
        CheckRegistry.All.FirstOrDefault(check => check.Id == id)
            ?? throw InputException.At(
                policy.File,
                claim.Line,
                $"`{id}` is no check; known are {string.Join(", ", CheckRegistry.All.Select(check => check.Id).Order(StringComparer.Ordinal))}.");
}
