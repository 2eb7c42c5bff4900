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
