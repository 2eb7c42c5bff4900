using ContainerSecurity.Findings;
using ContainerSecurity.Probing;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>Makes of what was observed of containers what a check says.</summary>
/// <param name="Subject">As findings name it.</param>
/// <param name="File">Where a finding points: what the container is made from.</param>
/// <param name="Help">How to fix it.</param>
internal sealed record RunTimeJudgement(string Subject, string File, string Help)
{
    /// <param name="missing">Why there are no facts.</param>
    public IEnumerable<Observation> Of(ContainerFacts? facts, string missing, string topic) => facts is null
        ? [new Observation.Unseen(missing)]
        : facts.Seen.Where(seen => seen.Topic == topic).Select(Judge);

    private Observation Judge(RunTimeObservation seen) => seen.Holds switch
    {
        true => new Observation.Held($"{seen.Name}: {seen.Evidence}"),
        false => new Observation.Broken($"{Subject}, {seen.Name}: {seen.Evidence}", Place.At(File, 1), Help),
        null => new Observation.Unseen($"{seen.Name} {seen.Evidence}"),
    };
}
