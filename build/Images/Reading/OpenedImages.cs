using System.Collections.Immutable;

namespace ContainerSecurity.Images.Reading;

/// <summary>The images at a path: one, or one for each platform or tag.</summary>
/// <param name="Path">The docker-archive or OCI layout directory that scanners can be given: for an OCI archive, where it was unpacked.</param>
/// <param name="Images">In the order of the index; never empty.</param>
internal sealed record OpenedImages(string Path, ImmutableArray<ContainerImage> Images);
