namespace Build.Tests.Releasing;

/// <summary>One thing that is done to a release, and how it is refused.</summary>
/// <param name="What">What was done.</param>
/// <param name="Refusal">How the first refusal begins, <c>point: reason</c>.</param>
public sealed record Substitution(string What, string Refusal)
{
    internal Action<Tampering> Do { get; init; } = _ => { };

    public override string ToString() => What;

    internal static Substitution Of(string what, string refusal, Action<Tampering> act) => new(what, refusal) { Do = act };
}
