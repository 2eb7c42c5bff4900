using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Proves each measure of SECURITY.md on the tree and on the image, without running anything.</summary>
internal static class PolicyGate
{
    public const string Name = "policy";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "every claim of SECURITY.md, on the repository and on the image",
        Engine = "built-in",
        WithoutEngine = "needs none",
    };

    public static Gate Create() =>
        new(Description, (input, cancellation) => Task.Run(() => Judge(input, ClaimRegistry.All, cancellation), cancellation));

    internal static GateResult Judge(GateInput input, ImmutableArray<Claim> claims, CancellationToken cancellation)
    {
        var facts = new PolicyFactsReader(input).Read(cancellation);
        ImmutableArray<PolicyFacts> platforms = [facts, .. input.Images.Skip(1).Select(image => facts with { Image = new ImageFactsReader(cancellation).Read(image) })];
        ImmutableArray<ClaimJudgement> judgements = [.. platforms.SelectMany(platform => claims.Select(claim => ClaimJudgement.Of(claim, platform)))];
        ImmutableArray<Finding> findings =
            [.. ClaimMapping.Compare(facts.Document, claims), .. judgements.SelectMany(judgement => judgement.Findings).Distinct()];
        return new()
        {
            Name = Name,
            Engine = "built-in",
            Verdict = VerdictOf(findings, judgements, input.Options.FailOn),
            Coverage = CoverageOf(platforms, judgements),
            Findings = findings,
            Notes = [.. judgements.SelectMany(judgement => judgement.Unseen.Select(why => $"{judgement.Claim.Id} not checked: {why}")).Distinct()],
        };
    }

    private static Verdict VerdictOf(ImmutableArray<Finding> findings, ImmutableArray<ClaimJudgement> judgements, Severity failOn) =>
        findings.Any(finding => finding.Severity >= failOn) ? Verdict.Fail
        : judgements.Any(judgement => judgement.Unseen.Length > 0) ? Verdict.Incomplete
        : Verdict.Pass;

    private static ImmutableSortedDictionary<string, object> CoverageOf(ImmutableArray<PolicyFacts> platforms, ImmutableArray<ClaimJudgement> judgements)
    {
        var coverage = ImmutableSortedDictionary.CreateBuilder<string, object>();
        var facts = platforms[0];
        coverage["claims"] = (long)judgements.DistinctBy(judgement => judgement.Claim.Id).Count();
        coverage["stages"] = (long)facts.Stages.Length;
        coverage["files"] = (long)facts.Files.Length;
        coverage["scripts"] = (long)facts.Scripts.Length;
        if (platforms.Select(platform => platform.Image).OfType<ImageFacts>().ToImmutableArray() is [_, ..] images)
        {
            coverage["image"] = images is [var only] ? Name(only) : images.Select(image => $"{image.Identity.Platform}: {Name(image)}").ToImmutableArray();
            coverage["layers"] = images.Sum(image => (long)image.Layers.Length);
            coverage["imageFiles"] = images.Sum(image => (long)image.Files.Count());
        }
        foreach (var claim in judgements.GroupBy(judgement => judgement.Claim.Id))
            coverage[claim.Key] = claim.SelectMany(judgement => judgement.Summary).Distinct().ToImmutableArray();
        return coverage.ToImmutable();

        static string Name(ImageFacts image) => image.Identity.Digest ?? image.Identity.Id;
    }
}
