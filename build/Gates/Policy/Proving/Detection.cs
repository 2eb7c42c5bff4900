using System.Collections.Immutable;

namespace ContainerSecurity.Gates.Policy.Proving;

/// <summary>What became of the defects that were planted for a check.</summary>
/// <param name="Seen">Those that this check saw, and no other that has no reason to.</param>
/// <param name="Missed">The others, each with what was seen instead.</param>
internal sealed record Detection(ImmutableArray<string> Seen, ImmutableArray<string> Missed)
{
    public bool Detects => Missed.IsEmpty && Seen.Length > 0;
}
