using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Images.Oci;

/// <summary>Docker's extension of the configuration; durations in nanoseconds.</summary>
internal sealed record OciHealthcheck
{
    [JsonPropertyName("Test")]
    public ImmutableArray<string>? Test { get; init; }

    [JsonPropertyName("Interval")]
    public long? Interval { get; init; }

    [JsonPropertyName("Timeout")]
    public long? Timeout { get; init; }

    [JsonPropertyName("StartPeriod")]
    public long? StartPeriod { get; init; }

    [JsonPropertyName("Retries")]
    public int? Retries { get; init; }
}
