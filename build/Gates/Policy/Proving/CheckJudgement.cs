using System.Collections.Immutable;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy.Proving;

/// <summary>What one check said.</summary>
internal sealed record CheckJudgement(Check Check, ImmutableArray<Observation> Seen)
{
    public IEnumerable<Observation.Held> Held => Seen.OfType<Observation.Held>();

    public IEnumerable<Observation.Broken> Broken => Seen.OfType<Observation.Broken>();

    public IEnumerable<Observation.Unseen> Unseen => Seen.OfType<Observation.Unseen>();

    public static CheckJudgement Create(Check check, PolicyFacts facts) =>
        new(check, check.Look(facts).ToImmutableArray() is { IsEmpty: false } seen
            ? seen
            : [new Observation.Unseen("its check found nothing to look at")]);
}
