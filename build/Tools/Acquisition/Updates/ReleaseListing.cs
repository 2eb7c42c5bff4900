using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>The part of GitHub's list of releases that is used, named as in its REST API (snake case).</summary>
internal sealed record ReleaseListing(string TagName, bool Draft, bool Prerelease, DateTimeOffset? PublishedAt, ImmutableArray<AssetListing> Assets);
