using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Gates.Policy.Proving;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>What became of one claim: its entry in the record, and what it adds to the gate's findings and notes.</summary>
internal sealed record ClaimJudgement(ClaimResult Result, ImmutableArray<Finding> Findings, ImmutableArray<string> Unseen)
{
    private const string OnlyVerify = "only --target=Verify looks at it";
    private const string MissedHelp = "The check cannot be relied on. Mend it, or what is planted for it, in build/Rules/Claims.";

    /// <param name="platforms">The facts, once for each platform of the image.</param>
    public static ClaimJudgement Create(Claim claim, ImmutableArray<PolicyFacts> platforms, PolicyDepth depth, DetectionProof proof)
    {
        var first = platforms[0];
        ImmutableArray<(PolicyFacts Facts, CheckJudgement Judgement)> seen =
        [
            .. from check in claim.Checks
               where IsLookedAt(check, depth)
               from facts in check.Subject == CheckSubject.Image ? platforms : [first]
               select (facts, CheckJudgement.Create(check, facts)),
        ];
        var statement = first.Document.Measures.FirstOrDefault(measure => measure.Id == claim.Id)?.Text ?? "";
        var results = claim.Checks.Select(check => IsLookedAt(check, depth)
            ? ResultOf(check, [.. seen.Select(one => one.Judgement).Where(one => one.Check == check)], proof)
            : new CheckResult(check.Id, SubjectOf(check)) { IsLeftOut = true, NotTried = OnlyVerify });
        var result = new ClaimResult(claim.Id, claim.Name, statement, [.. results]);
        return new(
            result,
            [
                .. seen.SelectMany(one => one.Judgement.Broken.Select(broken => FindingOf(claim, broken, one.Facts))).Distinct(),
                .. from check in result.Checks
                   from missed in check.Missed
                   select MissedFinding(claim, check, missed, first.Policy),
            ],
            [.. result.Checks.SelectMany(check => check.Unseen).Distinct().Select(why => $"{claim.Id} not checked: {why}")]);
    }

    private static bool IsLookedAt(Check check, PolicyDepth depth) =>
        depth != PolicyDepth.TreeAndImage || check.Subject is CheckSubject.Tree or CheckSubject.Image;

    private static string SubjectOf(Check check) => check.Subject.ToString().ToLowerInvariant();

    private static CheckResult ResultOf(Check check, ImmutableArray<CheckJudgement> judgements, DetectionProof proof) =>
        new(check.Id, SubjectOf(check))
        {
            Evidence = [.. judgements.SelectMany(judgement => judgement.Held).Select(held => held.Evidence).Distinct()],
            Broken = [.. judgements.SelectMany(judgement => judgement.Broken).Select(broken => broken.Message).Distinct()],
            Unseen = [.. judgements.SelectMany(judgement => judgement.Unseen).Select(unseen => unseen.Why).Distinct()],
            Planted = proof.DetectionOf(check)?.Seen ?? [],
            Missed = proof.DetectionOf(check)?.Missed ?? [],
            NotTried = proof.WhyNotTried(check),
        };

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

    private static Finding MissedFinding(Claim claim, CheckResult check, string missed, ReleasePolicy policy) => new()
    {
        RuleId = claim.Id,
        Claim = claim.Id,
        Severity = Severity.High,
        Message = $"{claim.Name}: the check {check.Id} is not proven to detect: {missed}",
        File = policy.File,
        Line = policy.Claims.First(known => known.Id == claim.Id).Line,
        Help = MissedHelp,
    };
}
