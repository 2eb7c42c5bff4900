using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Findings;

/// <summary>What one gate saw, found and decided.</summary>
public sealed record GateResult
{
    public required string Name { get; init; }

    /// <summary>The engine: <c>hadolint</c>, <c>trivy</c>, <c>built-in</c>; <c>none</c> when none was available.</summary>
    public required string Engine { get; init; }

    public string? EngineVersion { get; init; }

    public required Verdict Verdict { get; init; }

    public Coverage Coverage { get; init; } = Coverage.None;

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The claims that it proves, which stand in the record of the run; empty for gates that prove none.</summary>
    [JsonIgnore]
    public ImmutableArray<ClaimResult> Claims { get; init; } = [];

    /// <summary>What in it speaks to public standards, which stands in the record of the run; empty for gates that speak to none.</summary>
    [JsonIgnore]
    public ImmutableArray<ControlResult> Controls { get; init; } = [];

    /// <summary>What a reader must know to assess the verdict; the first note of an incomplete or failed gate gives the reason.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What to type next; null for a gate that passed.</summary>
    public string? Next { get; init; }

    /// <summary>Null where it must not matter.</summary>
    [JsonPropertyName("durationMs")]
    public TimeSpan? Duration { get; init; }

    /// <summary>A gate that could not run: a failed tool or an unreadable input.</summary>
    public static GateResult CouldNotRun(string name, string why) => new() { Name = name, Engine = "none", Verdict = Verdict.Error, Notes = [why] };
}
