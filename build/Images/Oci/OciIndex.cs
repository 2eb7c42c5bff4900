using System.Collections.Immutable;

namespace ContainerSecurity.Images.Oci;

/// <summary>A list of manifests, one for each platform or tag (image-spec image-index.md).</summary>
internal sealed record OciIndex(int SchemaVersion, string? MediaType, ImmutableArray<OciDescriptor>? Manifests);
