using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>What became of one claim.</summary>
/// <param name="Evidence">What was seen to hold, for the report.</param>
/// <param name="Unseen">What could not be looked at, and why.</param>
internal sealed record ClaimJudgement(
    Claim Claim, ImmutableArray<string> Evidence, ImmutableArray<Finding> Findings, ImmutableArray<string> Unseen)
{
    public static ClaimJudgement Create(Claim claim, PolicyFacts facts)
    {
        ImmutableArray<Observation> seen = [.. claim.Check(facts)];
        if (seen.IsEmpty)
            seen = [new Observation.Unseen("its check found nothing to look at")];
        return new(
            claim,
            [.. seen.OfType<Observation.Held>().Select(held => held.Evidence)],
            [.. seen.OfType<Observation.Broken>().Select(broken => FindingOf(claim, broken, facts))],
            [.. seen.OfType<Observation.Unseen>().Select(unseen => unseen.Why).Distinct()]);
    }

    /// <summary>The claim's entry in the report: its evidence, or in the first words why there is none.</summary>
    public ImmutableArray<string> Summary =>
    [
        Findings.Length > 0 ? $"{Claim.Name}: broken, {Findings.Length} finding(s)"
            : Unseen.Length > 0 ? $"{Claim.Name}: not checked, {string.Join("; ", Unseen)}"
            : $"{Claim.Name}: holds",
        .. Evidence,
    ];

    private static Finding FindingOf(Claim claim, Observation.Broken broken, PolicyFacts facts) => new()
    {
        RuleId = claim.Id,
        Claim = claim.Id,
        Severity = broken.Severity,
        Message = $"{claim.Name}: {broken.Message}",
        File = broken.Place.File,
        Line = broken.Place.Line,
        Layer = broken.Place.Layer,
        Platform = broken.Place.Layer is null ? null : facts.Image?.Identity.Platform,
        Help = broken.Help,
    };
}
