using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ContainerSecurity.Formats.InToto;

/// <summary>What a statement speaks of (in-toto/attestation, spec/v1/resource_descriptor.md); it has a URI, a digest, or both.</summary>
internal sealed record ResourceDescriptor
{
    public string? Name { get; init; }

    public string? Uri { get; init; }

    /// <summary>Hexadecimal, by the name of the algorithm: <c>sha256</c>, <c>gitCommit</c>.</summary>
    public ImmutableSortedDictionary<string, string> Digest { get; init; } = NoDigest;

    public string? Sha256 => Digest.GetValueOrDefault("sha256");

    private static ImmutableSortedDictionary<string, string> NoDigest => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <param name="digest">Hexadecimal, with or without <c>sha256:</c> before it.</param>
    public static ResourceDescriptor Create(string name, string digest) =>
        new() { Name = name, Digest = NoDigest.Add("sha256", digest[(digest.IndexOf(':') + 1)..]) };

    public static ResourceDescriptor At(string uri, string algorithm, string digest) =>
        new() { Uri = uri, Digest = NoDigest.Add(algorithm, digest) };

    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (Name is not null)
            json["name"] = Name;
        if (Uri is not null)
            json["uri"] = Uri;
        if (!Digest.IsEmpty)
            json["digest"] = new JsonObject(Digest.Select(digest => KeyValuePair.Create<string, JsonNode?>(digest.Key, digest.Value)));
        return json;
    }

    /// <exception cref="InvalidOperationException">A member of another type.</exception>
    public static ResourceDescriptor Read(JsonObject json) => new()
    {
        Name = json["name"]?.GetValue<string>(),
        Uri = json["uri"]?.GetValue<string>(),
        Digest = json["digest"]?.AsObject()
            .ToImmutableSortedDictionary(digest => digest.Key, digest => digest.Value!.GetValue<string>(), StringComparer.Ordinal) ?? NoDigest,
    };
}
