using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Images.Oci;

/// <summary>The layers as digests of their uncompressed tars.</summary>
internal sealed record OciRootFs(string? Type, [property: JsonPropertyName("diff_ids")] ImmutableArray<string>? DiffIds);
