using System.Text.Json.Serialization;

namespace ContainerSecurity.Images.Oci;

/// <summary>One line of history.</summary>
internal sealed record OciHistory(
    DateTimeOffset? Created,
    [property: JsonPropertyName("created_by")] string? CreatedBy,
    [property: JsonPropertyName("empty_layer")] bool? EmptyLayer = null);
