using System.Collections.Frozen;
using System.Collections.Immutable;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy.Proving;

/// <summary>Whether checks would have seen the opposite of what they say, for each check.</summary>
internal sealed class DetectionProof
{
    private readonly FrozenDictionary<string, CheckProof> _proofs;

    private DetectionProof(IEnumerable<KeyValuePair<string, CheckProof>> proofs) => _proofs = proofs.ToFrozenDictionary();

    /// <summary>Nothing was planted.</summary>
    public static DetectionProof NotTried { get; } = new([]);

    /// <summary>Plants the defects of each check, one at a time, into copies of the tree and of the image.</summary>
    /// <param name="platforms">The facts, once for each platform of the image.</param>
    public static DetectionProof Create(
        GateInput input, ImmutableArray<PolicyFacts> platforms, ImmutableArray<Claim> claims, CancellationToken cancellation)
    {
        ImmutableArray<Check> checks = [.. claims.SelectMany(claim => claim.Checks).Distinct()];
        using var planting = new Planting(input, platforms, checks, cancellation);
        return new([.. checks.Select(check => KeyValuePair.Create(check.Id, planting.Prove(check)))]);
    }

    public Detection? DetectionOf(Check check) => _proofs.GetValueOrDefault(check.Id)?.Detection;

    public string? WhyNotTried(Check check) =>
        _proofs.TryGetValue(check.Id, out var proof) ? proof.WhyNot : "defects are planted by --target=Verify without --quick";
}

/// <summary>What came of planting for one check, or why nothing was planted.</summary>
internal sealed record CheckProof(Detection? Detection, string? WhyNot);
