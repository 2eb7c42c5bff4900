namespace ContainerSecurity.Images.Reading;

/// <summary>Where an image was found.</summary>
/// <param name="Path">The path as the user gave it; names the image in errors.</param>
/// <param name="Name">Its reference; the path when it has none.</param>
/// <param name="ManifestDigest">Null in a docker-archive.</param>
internal sealed record ImageSource(string Path, string Name, string? ManifestDigest);
