using System.Collections.Immutable;

namespace ContainerSecurity.Images.Oci;

/// <summary>A list of manifests, one for each platform or tag (image-spec image-index.md).</summary>
internal sealed record OciIndex(int SchemaVersion, string? MediaType, ImmutableArray<OciDescriptor>? Manifests);

/// <summary>The file <c>oci-layout</c> that marks a layout directory (image-spec image-layout.md).</summary>
internal sealed record OciLayoutMarker(string? ImageLayoutVersion);
