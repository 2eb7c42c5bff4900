using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>What a check saw at one point: the claim holds there, is broken there, or cannot be judged.</summary>
internal abstract record Observation
{
    /// <summary>The claim holds here; the text is the evidence that the report shows.</summary>
    internal sealed record Held(string Evidence) : Observation;

    /// <summary>The claim is broken here.</summary>
    /// <param name="Help">How to fix it.</param>
    internal sealed record Broken(string Message, Place Place, string Help) : Observation
    {
        public Severity Severity { get; init; } = Severity.High;
    }

    /// <summary>What must be looked at cannot be seen; the gate is incomplete.</summary>
    internal sealed record Unseen(string Why) : Observation;
}
