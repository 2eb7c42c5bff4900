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
        ImmutableArray<PolicyFacts> platforms =
            [facts, .. input.Images.Skip(1).Select(image => facts with { Image = new ImageFactsReader(cancellation).Read(image) })];
        ImmutableArray<ClaimJudgement> judgements =
            [.. platforms.SelectMany(platform => claims.Select(claim => ClaimJudgement.Create(claim, platform)))];
        ImmutableArray<Finding> findings =
            [.. ClaimMapping.Compare(facts.Document, claims), .. judgements.SelectMany(judgement => judgement.Findings).Distinct()];
        return new Judgement
        {
            Gate = Name,
            Coverage = CoverageOf(platforms, judgements),
            Findings = findings,
            FailOn = input.Options.FailOn,
            Unseen = [.. judgements.SelectMany(judgement => judgement.Unseen.Select(why => $"{judgement.Claim.Id} not checked: {why}")).Distinct()],
        }.Decide();
    }

    private static Coverage CoverageOf(ImmutableArray<PolicyFacts> platforms, ImmutableArray<ClaimJudgement> judgements)
    {
        var facts = platforms[0];
        var coverage = Coverage.None
            .Count("claims", judgements.DistinctBy(judgement => judgement.Claim.Id).Count(), "claim")
            .Count("files", facts.Files.Length, "file");
        if (platforms.Select(platform => platform.Image).OfType<ImageFacts>().ToImmutableArray() is [_, ..] images)
            coverage = AddImages(coverage, images);
        coverage = coverage.Count("scripts", facts.Scripts.Length, "script").Count("stages", facts.Stages.Count());
        return judgements.GroupBy(judgement => judgement.Claim.Id)
            .Aggregate(coverage, (all, claim) => all.List(claim.Key, claim.SelectMany(judgement => judgement.Summary).Distinct()));
    }

    private static Coverage AddImages(Coverage coverage, ImmutableArray<ImageFacts> images)
    {
        var counted = coverage
            .Count("imageFiles", images.Sum(image => (long)image.Files.Count()), "image file")
            .Count("layers", images.Sum(image => (long)image.Layers.Length));
        return images is [var only]
            ? counted.Text("image", NameOf(only))
            : counted.List("image", images.Select(image => $"{image.Identity.Platform}: {NameOf(image)}"));

        static string NameOf(ImageFacts image) => image.Identity.Digest ?? image.Identity.Id;
    }
}
