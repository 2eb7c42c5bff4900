using System.Collections.Immutable;

namespace ContainerSecurity.Findings;

/// <summary>All gates of one run and the one verdict that follows from them: the record that every report is made of.</summary>
/// <remarks>It holds no clock but <see cref="CreatedAt"/> and how long gates took, which <see cref="WithoutDurations"/> leaves out.</remarks>
/// <param name="Images">The checked images, one for each platform; empty without an image.</param>
public sealed record ScanReport(ImmutableArray<ImageIdentity> Images, ImmutableArray<GateResult> Gates, bool Strict)
{
    public const int SchemaVersion = 1;

    /// <summary>What ran: <c>Scan</c>, <c>Verify</c>, <c>Lint</c>.</summary>
    public string? Target { get; init; }

    /// <summary>The command that repeats it, without secrets.</summary>
    public string? Command { get; init; }

    /// <summary>Null outside of a git checkout.</summary>
    public SourceRevision? Source { get; init; }

    /// <summary>The time of the sources by <c>SOURCE_DATE_EPOCH</c>; null without it, so that equal runs leave equal records.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The suite, what it runs on, and the engines of its gates.</summary>
    public ImmutableArray<ToolVersion> Tools { get; init; } = [];

    /// <summary>Why no gate could judge; null for a run that came to its end.</summary>
    public string? Error { get; init; }

    /// <summary>The claims of all gates.</summary>
    public ImmutableArray<ClaimResult> Claims { get; init; } = [];

    /// <summary>What speaks to public standards, and what does not.</summary>
    public ImmutableArray<ControlResult> Controls { get; init; } = [];

    /// <summary>The worst verdict; without any gate an error, because nothing was checked.</summary>
    public Verdict Verdict => Gates.IsEmpty ? Verdict.Error : Gates.Max(gate => gate.Verdict);

    /// <summary>2 could not run &gt; 1 a gate failed &gt; 3 incomplete under <c>--strict</c> &gt; 0.</summary>
    public int ExitCode => ExitCodes.For(Verdict, Strict);

    /// <summary>A run that ended before any gate judged, which must not leave the report of another.</summary>
    public static ScanReport CouldNotRun(string why) => new([], [], Strict: false) { Error = why };

    /// <summary>The record without how long gates took: what a release holds, so that two runs of one commit give the same bytes.</summary>
    public ScanReport WithoutDurations() => this with { Gates = [.. Gates.Select(gate => gate with { Duration = null })] };
}
