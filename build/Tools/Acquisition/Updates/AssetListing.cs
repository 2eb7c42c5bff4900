namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>One file of a release.</summary>
/// <param name="Digest"><c>sha256:HEX</c>; absent for files that were uploaded before GitHub computed it.</param>
internal sealed record AssetListing(string Name, long Size, string? Digest = null);
