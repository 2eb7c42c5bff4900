using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Findings;

/// <summary>A claim of SECURITY.md, what was looked at to prove it, and what came of it.</summary>
/// <param name="Id"><c>CT-1.1</c>.</param>
/// <param name="Statement">The measure as SECURITY.md words it; empty when it is not there.</param>
public sealed record ClaimResult(
    string Id, string Name, string Statement, [property: JsonPropertyOrder(1)] ImmutableArray<CheckResult> Checks)
{
    /// <summary>The worst verdict of its checks.</summary>
    public Verdict Verdict => Checks.IsEmpty ? Verdict.Incomplete : Checks.Max(check => check.Verdict);
}

/// <summary>What one check of a claim saw, and whether it would have seen the opposite.</summary>
/// <param name="Id"><c>stage-user</c>.</param>
/// <param name="Subject">What it looked at: <c>tree</c>, <c>image</c>, <c>build</c> or <c>container</c>.</param>
public sealed record CheckResult(string Id, string Subject)
{
    /// <summary>What was seen to hold: path, layer, digest, value.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>What breaks the claim here, a sentence each.</summary>
    public ImmutableArray<string> Broken { get; init; } = [];

    /// <summary>What could not be looked at, and why.</summary>
    public ImmutableArray<string> Unseen { get; init; } = [];

    /// <summary>This run does not look at such subjects; another one must.</summary>
    [JsonPropertyName("leftOut")]
    public bool IsLeftOut { get; init; }

    /// <summary>Null when it was not seen.</summary>
    public bool? Holds => Broken.Length > 0 ? false : IsLeftOut || Unseen.Length > 0 ? null : true;

    /// <summary>Whether every planted defect was seen; null when nothing was planted.</summary>
    public bool? Detects => Missed.Length > 0 ? false : Planted.Length > 0 ? true : null;

    /// <summary>The planted defects that this check saw, and no other that has no reason to.</summary>
    public ImmutableArray<string> Planted { get; init; } = [];

    /// <summary>The planted defects that it did not see, each with what was seen instead.</summary>
    public ImmutableArray<string> Missed { get; init; } = [];

    /// <summary>Why nothing was planted.</summary>
    public string? NotTried { get; init; }

    /// <summary>A check that misses what was planted proves nothing, whatever it says of the real thing.</summary>
    [JsonIgnore]
    public Verdict Verdict => Holds == false || Detects == false ? Verdict.Fail : Holds == true ? Verdict.Pass : Verdict.Incomplete;
}
