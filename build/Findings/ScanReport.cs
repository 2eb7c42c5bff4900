using System.Collections.Immutable;

namespace ContainerSecurity.Findings;

/// <summary>All gates of one run and the one verdict that follows from them.</summary>
/// <param name="Images">The checked images, one for each platform; empty without an image.</param>
public sealed record ScanReport(ImmutableArray<ImageIdentity> Images, ImmutableArray<GateResult> Gates, bool Strict)
{
    public const int SchemaVersion = 1;

    /// <summary>Why no gate could judge; null for a run that came to its end.</summary>
    public string? Error { get; init; }

    /// <summary>A run that ended before any gate judged, which must not leave the report of another.</summary>
    public static ScanReport CouldNotRun(string why) => new([], [], Strict: false) { Error = why };

    /// <summary>The claims of all gates.</summary>
    public IEnumerable<ClaimResult> Claims => Gates.SelectMany(gate => gate.Claims);

    /// <summary>What speaks to public standards, and what does not.</summary>
    public IEnumerable<ControlResult> Controls => Gates.SelectMany(gate => gate.Controls);

    /// <summary>The worst verdict; without any gate an error, because nothing was checked.</summary>
    public Verdict Verdict => Gates.IsEmpty ? Verdict.Error : Gates.Max(gate => gate.Verdict);

    /// <summary>2 could not run &gt; 1 a gate failed &gt; 3 incomplete under <c>--strict</c> &gt; 0.</summary>
    public int ExitCode => ExitCodes.For(Verdict, Strict);
}
