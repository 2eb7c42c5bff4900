using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Findings;

/// <summary>A demand of a public standard, and what in this record speaks to it.</summary>
/// <param name="Standard">With its version.</param>
/// <param name="Title">What it asks, in a few words.</param>
/// <param name="CoveredBy">Claims with their check, and gates of a scan; empty when nothing looks at it.</param>
/// <param name="WhyNot">Why nothing does; null where something does.</param>
public sealed record ControlResult(
    string Standard,
    string Id,
    string Title,
    ImmutableArray<string> CoveredBy,
    [property: JsonPropertyName("notCovered")] string? WhyNot);
