using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.InToto;

/// <summary>Something that is said of artifacts, which are named by their digests (in-toto/attestation, spec/v1/statement.md).</summary>
/// <param name="PredicateType">What kind of thing is said, a URI of <see cref="PredicateTypes"/>.</param>
internal sealed record InTotoStatement(ImmutableArray<ResourceDescriptor> Subjects, string PredicateType, JsonObject Predicate)
{
    private const string Type = "https://in-toto.io/Statement/v1";

    public byte[] Write() => StrictJson.Write(new JsonObject
    {
        ["_type"] = Type,
        ["subject"] = new JsonArray([.. Subjects.Select(subject => subject.ToJson())]),
        ["predicateType"] = PredicateType,
        ["predicate"] = Predicate.DeepClone(),
    });

    /// <param name="name">How messages call it.</param>
    /// <exception cref="InputException">No such statement.</exception>
    public static InTotoStatement Read(string name, ReadOnlySpan<byte> content)
    {
        try
        {
            var root = StrictJson.Parse(content);
            if (root["_type"]?.GetValue<string>() != Type)
                throw new InputException($"{name} is no in-toto statement of version 1: `_type` is {root["_type"]?.ToJsonString() ?? "missing"}.");
            return new InTotoStatement(
                [.. Member(root, "subject").AsArray().Select(subject => ResourceDescriptor.Read(subject!.AsObject()))],
                Member(root, "predicateType").GetValue<string>(),
                Member(root, "predicate").AsObject());
        }
        catch (Exception broken) when (StrictJson.IsDamage(broken))
        {
            throw new InputException($"{name} is no in-toto statement: {broken.Message.TrimEnd('.')}.", broken);
        }
    }

    private static JsonNode Member(JsonObject json, string name) => json[name] ?? throw new JsonException($"`{name}` is missing");
}
