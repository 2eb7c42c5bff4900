using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Images.Contents;

/// <summary>What claims need to know about an image, collected in one pass over its layers.</summary>
/// <param name="Layers">From the base up, including what a later layer hides.</param>
internal sealed record ImageFacts(ImageIdentity Identity, ImageConfig Config, ImmutableArray<LayerContents> Layers)
{
    private FileSystemView? _view;

    public ImmutableArray<LayerContents> Layers
    {
        get;
        init
        {
            field = value;
            _view = null;
        }
    } = Layers;

    /// <summary>Every entry of every layer, hidden ones included.</summary>
    public IEnumerable<ImageFile> Files => Layers.SelectMany(layer => layer.Files);

    /// <summary>What a container of the image sees.</summary>
    public FileSystemView View => _view ??= new(Layers);

    /// <summary>What looks like a secret in any layer.</summary>
    public ImmutableArray<FoundSecret> Secrets { get; init; } = [];

    /// <summary>Bytes of content that were read.</summary>
    public long Bytes { get; init; }
}
