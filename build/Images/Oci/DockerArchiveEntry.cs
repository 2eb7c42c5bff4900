using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Images.Oci;

/// <summary>One image in a docker-archive's <c>manifest.json</c>: paths inside the archive.</summary>
internal sealed record DockerArchiveEntry(
    [property: JsonPropertyName("Config")] string? Config,
    [property: JsonPropertyName("RepoTags")] ImmutableArray<string>? RepoTags,
    [property: JsonPropertyName("Layers")] ImmutableArray<string>? Layers);
