using System.Collections.Immutable;

namespace ContainerSecurity.Findings;

/// <summary>One thing that a gate says about what it looked at; <see cref="ToString"/> is how it reads in a sentence.</summary>
public abstract record CoverageFact
{
    private CoverageFact()
    {
    }

    public sealed record Count(long Value) : CoverageFact
    {
        public override string ToString() => $"{Value}";
    }

    public sealed record Text(string Value) : CoverageFact
    {
        public override string ToString() => Value;
    }

    public sealed record List(ImmutableArray<string> Values) : CoverageFact
    {
        public override string ToString() => string.Join(", ", Values);
    }
}
