using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Images.Contents;

/// <summary>What claims need to know about an image, collected in one pass over its layers.</summary>
/// <param name="Layers">From the base up, including what a later layer hides.</param>
internal sealed record ImageFacts(ImageIdentity Identity, ImageConfig Config, ImmutableArray<LayerContents> Layers)
{
    public IEnumerable<ImageFile> Files => Layers.SelectMany(layer => layer.Files);

    /// <summary>What looks like a secret in any layer.</summary>
    public ImmutableArray<FoundSecret> Secrets { get; init; } = [];

    /// <summary>Bytes of content that were read.</summary>
    public long Bytes { get; init; }
}
