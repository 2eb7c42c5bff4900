using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Images.Oci;

/// <summary>The image configuration as it is stored (image-spec config.md); Docker's archives hold the same document.</summary>
internal sealed record OciImageDocument
{
    public DateTimeOffset? Created { get; init; }

    public string? Architecture { get; init; }

    public string? Os { get; init; }

    public string? Variant { get; init; }

    public OciRunConfig? Config { get; init; }

    [JsonPropertyName("rootfs")]
    public OciRootFs? RootFs { get; init; }

    public ImmutableArray<OciHistory>? History { get; init; }
}

/// <summary>The layers as digests of their uncompressed tars.</summary>
internal sealed record OciRootFs(string? Type, [property: JsonPropertyName("diff_ids")] ImmutableArray<string>? DiffIds);

/// <summary>One line of history.</summary>
internal sealed record OciHistory(
    DateTimeOffset? Created,
    [property: JsonPropertyName("created_by")] string? CreatedBy,
    [property: JsonPropertyName("empty_layer")] bool? EmptyLayer = null);
