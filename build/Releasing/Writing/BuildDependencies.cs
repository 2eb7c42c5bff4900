using System.Collections.Immutable;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Formats.Sbom;

namespace ContainerSecurity.Releasing.Writing;

/// <summary>
/// What was compiled and linked into a release, for its provenance: packages of NuGet with the digest of the registry, packages of Debian by name and
/// version. The image has no base; whatever the bill of materials names that has no package URL came in one of these.
/// </summary>
internal static class BuildDependencies
{
    public static IEnumerable<ResourceDescriptor> Of(IEnumerable<SbomDocument> documents) => documents
        .SelectMany(document => document.Components.Concat(document.Tools))
        .Where(component => component is { Purl: not null, IsExcluded: false })
        .DistinctBy(component => component.Purl)
        .OrderBy(component => component.Purl, StringComparer.Ordinal)
        .Select(component => new ResourceDescriptor
        {
            Name = component.Name,
            Uri = component.Purl,
            Digest = component.Hashes.ToImmutableSortedDictionary(hash => AlgorithmOf(hash.Key), hash => hash.Value, StringComparer.Ordinal),
        });

    /// <summary><c>SHA-512</c> of CycloneDX is <c>sha512</c> of in-toto.</summary>
    private static string AlgorithmOf(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
