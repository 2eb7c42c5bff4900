using System.Collections.Immutable;

namespace ContainerSecurity.Images.Contents;

/// <summary>The entries of one layer.</summary>
/// <param name="DiffId">Digest of the uncompressed tar.</param>
internal sealed record LayerContents(string DiffId, ImmutableArray<ImageFile> Files);
