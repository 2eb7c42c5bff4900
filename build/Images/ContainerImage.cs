using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images;

/// <summary>One image of one platform, opened for reading: its identity, its configuration, its layers from the base up.</summary>
internal sealed record ContainerImage(ImageIdentity Identity, ImageConfig Config, ImmutableArray<ImageLayer> Layers)
{
    /// <summary>What the index says about this image, or, with the first image, about none that it names.</summary>
    public ImmutableArray<ImageAttestation> Attestations { get; init; } = [];
}
