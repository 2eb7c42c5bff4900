using System.Collections.Immutable;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>What the image tells scanners.</summary>
/// <param name="RuntimeDependencies">The trimmed <c>deps.json</c>.</param>
/// <param name="Packages">Debian's packages.</param>
internal sealed record StagedParts(string RuntimeDependencies, ImmutableArray<DescribedPackage> Packages);
