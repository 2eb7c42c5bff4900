using System.Collections.Immutable;

namespace ContainerSecurity.Images.Oci;

/// <summary>The configuration and the layers of one image (image-spec manifest.md).</summary>
internal sealed record OciManifest(int SchemaVersion, string? MediaType, OciDescriptor? Config, ImmutableArray<OciDescriptor>? Layers);
