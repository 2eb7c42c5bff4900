using System.Collections.Immutable;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>A package with linked files.</summary>
/// <param name="Files">File names, <c>libssl.a</c>.</param>
internal sealed record LinkedPackage(DebianPackage Package, ImmutableArray<string> Files);
