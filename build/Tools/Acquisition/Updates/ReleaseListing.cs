using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>The part of GitHub's list of releases that is used, named as in its REST API (snake case).</summary>
internal sealed record ReleaseListing(string TagName, bool Draft, bool Prerelease, DateTimeOffset? PublishedAt, ImmutableArray<AssetListing> Assets);

/// <summary>One file of a release.</summary>
/// <param name="Digest"><c>sha256:HEX</c>; absent for files that were uploaded before GitHub computed it.</param>
internal sealed record AssetListing(string Name, long Size, string? Digest = null);
