using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Building;

/// <summary>A finished image in memory: its documents as they are hashed, and its layers from the base up.</summary>
internal sealed record BuiltImage(ImageIdentity Identity, byte[] Manifest, byte[] Config, ImmutableArray<BuiltLayer> Layers);

/// <summary>One layer: an uncompressed tar, so that its digest is also its diff id.</summary>
internal sealed record BuiltLayer(string Digest, byte[] Tar);
