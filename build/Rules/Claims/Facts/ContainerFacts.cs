using System.Collections.Immutable;
using ContainerSecurity.Probing;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>What containers did.</summary>
/// <param name="Seen">Of one that was started as documented.</param>
/// <param name="Wrong">Of others, each wrong in one way, by that way; empty when none was started.</param>
internal sealed record ContainerFacts(ImmutableArray<RunTimeObservation> Seen, ImmutableDictionary<string, ImmutableArray<RunTimeObservation>> Wrong);
