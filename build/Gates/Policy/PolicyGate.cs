using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Gates.Policy.Facts;
using ContainerSecurity.Gates.Policy.Proving;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Proves each measure of SECURITY.md on the tree and on the image, without running anything.</summary>
internal static class PolicyGate
{
    public const string Name = "policy";

    private const string NoDevContainer =
        "The isolated devcontainer is no part of a release: of it the files were judged; --target=Verify starts it and tries every way out.";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "every claim of SECURITY.md, on the repository and on the image",
        Engine = "built-in",
        WithoutEngine = "needs none",
    };

    public static Gate Create(PolicyDepth depth) =>
        new(Description, (input, cancellation) => Task.Run(() => Judge(input, depth, cancellation), cancellation));

    internal static GateResult Judge(GateInput input, PolicyDepth depth, CancellationToken cancellation)
    {
        if (input.Options is { Repository: not null, Policy: null } && !File.Exists(input.Paths.Policy))
            return WithoutPolicy(input);
        var facts = new PolicyFactsReader(input).Read(cancellation);
        var claims = ClaimsOf(facts.Policy, depth);
        ImmutableArray<PolicyFacts> platforms =
            [facts, .. input.Images.Skip(1).Select(image => facts with { Image = new ImageFactsReader(cancellation).Read(image) })];
        var plants = depth is PolicyDepth.BothSides or PolicyDepth.Released;
        var proof = plants ? DetectionProof.Create(input, platforms, claims, cancellation) : DetectionProof.NotTried;
        ImmutableArray<ClaimJudgement> judgements = [.. claims.Select(claim => ClaimJudgement.Create(claim, platforms, depth, proof))];
        var result = new Judgement
        {
            Gate = Name,
            Coverage = CoverageOf(platforms, claims),
            Findings = [.. ClaimMapping.Compare(facts.Document, claims, facts.Policy.File), .. judgements.SelectMany(one => one.Findings)],
            FailOn = input.Options.FailOn,
            Unseen = [.. judgements.SelectMany(one => one.Unseen)],
            Notes = depth == PolicyDepth.Released ? [NoDevContainer] : [],
        }.Decide();
        return result with { Claims = [.. judgements.Select(one => one.Result)], Controls = StandardsMap.Create(claims) };
    }

    private static ImmutableArray<Claim> ClaimsOf(ReleasePolicy policy, PolicyDepth depth)
    {
        var claims = ClaimReader.Read(policy);
        return depth != PolicyDepth.Released
            ? claims
            : [.. claims.Select(claim => claim with { Checks = claim.Checks.RemoveAll(check => check.Subject == CheckSubject.DevContainer) })];
    }

    /// <summary>Another repository that promises nothing yet: what it would have to hold is not known, which is no pass.</summary>
    private static GateResult WithoutPolicy(GateInput input) => new Judgement
    {
        Gate = Name,
        Engine = "none",
        FailOn = input.Options.FailOn,
        Unseen =
        [
            $"There is no policy: neither --policy nor {input.Paths.Policy}. A first one, made from what the image has, is written by "
            + "--target=InitPolicy --input=PATH.",
        ],
    }.Decide();

    private static Coverage CoverageOf(ImmutableArray<PolicyFacts> platforms, ImmutableArray<Claim> claims)
    {
        var facts = platforms[0];
        var coverage = Coverage.None.Count("claims", claims.Length, "claim").Count("files", facts.Files.Length, "file");
        if (platforms.Select(platform => platform.Image).OfType<ImageFacts>().ToImmutableArray() is [_, ..] images)
            coverage = AddImages(coverage, images);
        return coverage.Count("scripts", facts.Scripts.Length, "script").Count("stages", facts.Stages.Count());
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
