using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Policy;

namespace ContainerSecurity.Gates;

/// <summary>Proves each measure of SECURITY.md on the tree and on the image, without running anything.</summary>
internal static class PolicyGate
{
    public static Gate Create() =>
        new("policy", (input, cancellation) => Task.Run(() => Judge(input, ClaimRegistry.All, cancellation), cancellation));

    internal static GateResult Judge(GateInput input, ImmutableArray<Claim> claims, CancellationToken cancellation)
    {
        var facts = new PolicyFactsReader(input).Read(cancellation);
        ImmutableArray<ClaimJudgement> judgements = [.. claims.Select(claim => ClaimJudgement.Of(claim, facts))];
        ImmutableArray<Finding> findings =
            [.. ClaimMapping.Compare(facts.Document, claims), .. judgements.SelectMany(judgement => judgement.Findings)];
        return new()
        {
            Name = "policy",
            Engine = "built-in",
            Verdict = VerdictOf(findings, judgements, input.Options.FailOn),
            Coverage = CoverageOf(facts, judgements),
            Findings = findings,
            Notes = [.. judgements.SelectMany(judgement => judgement.Unseen.Select(why => $"{judgement.Claim.Id} not checked: {why}"))],
        };
    }

    private static Verdict VerdictOf(ImmutableArray<Finding> findings, ImmutableArray<ClaimJudgement> judgements, Severity failOn) =>
        findings.Any(finding => finding.Severity >= failOn) ? Verdict.Fail
        : judgements.Any(judgement => judgement.Unseen.Length > 0) ? Verdict.Incomplete
        : Verdict.Pass;

    private static ImmutableSortedDictionary<string, object> CoverageOf(PolicyFacts facts, ImmutableArray<ClaimJudgement> judgements)
    {
        var coverage = ImmutableSortedDictionary.CreateBuilder<string, object>();
        coverage["claims"] = (long)judgements.Length;
        coverage["stages"] = (long)facts.Stages.Length;
        coverage["files"] = (long)facts.Tree.Files.Length;
        coverage["scripts"] = (long)facts.Scripts.Length;
        if (facts.Image is { } image)
        {
            coverage["image"] = image.Identity.Digest ?? image.Identity.Id;
            coverage["layers"] = (long)image.Layers.Length;
            coverage["imageFiles"] = (long)image.Files.Count();
        }
        foreach (var judgement in judgements)
            coverage[judgement.Claim.Id] = judgement.Summary;
        return coverage.ToImmutable();
    }
}
