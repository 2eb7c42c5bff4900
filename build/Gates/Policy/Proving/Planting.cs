using System.Collections.Immutable;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy.Proving;

/// <summary>
/// Plants the defects of a check and looks again with all checks. A defect counts as seen when its own check says something new, and no other does
/// that has no reason to.
/// </summary>
/// <param name="platforms">The facts, once for each platform of the image: what is planted in an image is planted in each.</param>
internal sealed class Planting(
    GateInput input, ImmutableArray<PolicyFacts> platforms, ImmutableArray<Check> checks, CancellationToken cancellation) : IDisposable
{
    private readonly PlantedTree _tree = new(input, cancellation);
    private readonly ImmutableArray<Dictionary<string, HashSet<string>>> _before =
        [.. platforms.Select(facts => checks.ToDictionary(check => check.Id, check => MessagesOf(check, facts)))];

    private readonly HashSet<string> _exactLists = [.. checks.Where(check => check.SeesAllAdditions).Select(check => check.Id)];

    public void Dispose() => _tree.Dispose();

    public CheckProof Prove(Check check)
    {
        var count = check.Subject == CheckSubject.Image ? platforms.Length : 1;
        if (Enumerable.Range(0, count).Select(platform => WhyBlind(check, platforms[platform])).FirstOrDefault(why => why is not null) is { } blind)
            return new CheckProof(null, blind);

        var (seen, missed) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var whyNot = "nothing can be planted for it";
        foreach (var defect in check.Defects)
        {
            ImmutableArray<string> faults = [];
            var planted = 0;
            for (var platform = 0; platform < count; platform++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Plant(defect, platforms[platform], out var why) is not { } changed)
                    whyNot = why;
                else if (++planted > 0 && FaultOf(check, defect, changed, _before[platform]) is { } fault)
                    faults = faults.Add(fault);
            }

            if (!faults.IsEmpty)
                missed.Add($"{defect.What}: {faults[0]}");
            else if (planted > 0)
                seen.Add(defect.What);
        }

        return seen.Count + missed.Count == 0
            ? new CheckProof(null, whyNot)
            : new CheckProof(new Detection(seen.ToImmutable(), missed.ToImmutable()), null);
    }

    /// <summary>A check that cannot judge what is there would not see what is planted either, and does not say that it would.</summary>
    private static string? WhyBlind(Check check, PolicyFacts facts)
    {
        var judgement = CheckJudgement.Create(check, facts);
        return judgement.Held.Any() || judgement.Broken.Any() ? null : string.Join("; ", judgement.Unseen.Select(unseen => unseen.Why).Distinct());
    }

    /// <param name="why">Why it cannot be planted.</param>
    private PolicyFacts? Plant(Defect defect, PolicyFacts facts, out string why)
    {
        why = $"the repository has no place for it: {defect.What}";
        switch (defect)
        {
            case Defect.InTree inTree when inTree.Plant(facts) is { } edit:
                return _tree.ReadWith(edit) with { Image = facts.Image, ImageMissing = facts.ImageMissing };
            case Defect.InContainer when facts.Container?.Wrong.GetValueOrDefault(defect.What) is { IsDefaultOrEmpty: false } wrong:
                return facts with { Container = facts.Container with { Seen = wrong } };
            case Defect.InContainer:
                why = facts.Container is null ? facts.ContainerMissing : "no other container could be started";
                return null;
            case Defect.InDevContainer when facts.DevContainer?.Wrong.GetValueOrDefault(defect.What) is { IsDefaultOrEmpty: false } wrong:
                return facts with { DevContainer = facts.DevContainer with { Seen = wrong } };
            case Defect.InDevContainer:
                why = facts.DevContainer is null ? facts.DevContainerMissing : "no other devcontainer could be started";
                return null;
            case Defect.InBuild inBuild when facts.Build is { } build:
                return facts with { Build = inBuild.Plant(build) };
            case Defect.InBuild:
                why = facts.BuildMissing;
                return null;
            case Defect.InImage inImage when facts.Image is { } image && inImage.Plant(facts.Policy.Image, image) is { } edit:
                return facts with { Image = PlantedImage.Create(image, edit, cancellation) };
            case Defect.InImage when facts.Image is not null:
                why = $"the policy leaves no place for it: {defect.What}";
                return null;
            case Defect.InImage:
                why = $"no image: {facts.ImageMissing}";
                return null;
            default:
                return null;
        }
    }

    /// <returns>What is wrong with what was seen; null when the right check saw it and no wrong one.</returns>
    private string? FaultOf(Check check, Defect defect, PolicyFacts changed, Dictionary<string, HashSet<string>> before)
    {
        var subject = SubjectOf(defect);
        var saw = checks
            .Where(other => other.Subject == subject && !MessagesOf(other, changed).IsSubsetOf(before[other.Id]))
            .Select(other => other.Id)
            .ToList();
        var wrong = saw.Where(other => other != check.Id && !defect.SeenToo.Contains(other) && !_exactLists.Contains(other)).ToList();
        return !saw.Contains(check.Id) ? "not seen"
            : wrong.Count > 0 ? $"seen, but taken for its own by {string.Join(", ", wrong)} too"
            : null;
    }

    private static CheckSubject SubjectOf(Defect defect) => defect switch
    {
        Defect.InTree => CheckSubject.Tree,
        Defect.InBuild => CheckSubject.Build,
        Defect.InContainer => CheckSubject.Container,
        Defect.InDevContainer => CheckSubject.DevContainer,
        _ => CheckSubject.Image,
    };

    private static HashSet<string> MessagesOf(Check check, PolicyFacts facts) =>
        [.. CheckJudgement.Create(check, facts).Broken.Select(broken => broken.Message)];
}
