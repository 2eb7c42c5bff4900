using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.InToto;

/// <summary>A signed document and its signatures (secure-systems-lab/dsse, envelope.md); without any it is unsigned.</summary>
/// <param name="Payload">The document, byte for byte as it was signed.</param>
internal sealed record DsseEnvelope(string PayloadType, ImmutableArray<byte> Payload, ImmutableArray<DsseSignature> Signatures)
{
    /// <summary>An in-toto statement as JSON (in-toto/attestation, spec/v1/envelope.md).</summary>
    public const string InToto = "application/vnd.in-toto+json";

    private static readonly string[] Members = ["payload", "payloadType", "signatures"];

    /// <summary>What is signed: the type and the document, each with its length before it (secure-systems-lab/dsse, protocol.md).</summary>
    public byte[] ToSigned() =>
    [
        .. Encoding.UTF8.GetBytes($"DSSEv1 {Encoding.UTF8.GetByteCount(PayloadType)} {PayloadType} {Payload.Length} "),
        .. Payload,
    ];

    public byte[] Write() => StrictJson.WriteLine(new JsonObject
    {
        ["payloadType"] = PayloadType,
        ["payload"] = Convert.ToBase64String(Payload.AsSpan()),
        ["signatures"] = new JsonArray([.. Signatures.Select(signature => signature.ToJson())]),
    });

    /// <param name="name">How messages call it.</param>
    /// <exception cref="InputException">No such envelope.</exception>
    public static DsseEnvelope Read(string name, ReadOnlySpan<byte> content)
    {
        try
        {
            var root = StrictJson.Parse(content);
            if (root.Select(member => member.Key).Except(Members).FirstOrDefault() is { } unknown)
                throw new JsonException($"it has a member `{unknown}`, which no signature covers");
            return new DsseEnvelope(
                Text(root, "payloadType"),
                [.. Convert.FromBase64String(Text(root, "payload"))],
                [.. Member(root, "signatures").AsArray().Select(signature => DsseSignature.Read(signature!.AsObject()))]);
        }
        catch (Exception broken) when (StrictJson.IsDamage(broken) || broken is FormatException)
        {
            throw new InputException($"{name} is no DSSE envelope: {broken.Message.TrimEnd('.')}.", broken);
        }
    }

    private static string Text(JsonObject json, string name) => Member(json, name).GetValue<string>();

    private static JsonNode Member(JsonObject json, string name) => json[name] ?? throw new JsonException($"`{name}` is missing");
}

/// <summary>One signature of an envelope.</summary>
/// <param name="KeyId">A hint at the key, for which nothing vouches. None is written: verifiers make their own of the key, each in another way, and
/// refuse another.</param>
internal sealed record DsseSignature(string? KeyId, ImmutableArray<byte> Value)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (KeyId is not null)
            json["keyid"] = KeyId;
        json["sig"] = Convert.ToBase64String(Value.AsSpan());
        return json;
    }

    public static DsseSignature Read(JsonObject json) => new(
        json["keyid"]?.GetValue<string>(),
        [.. Convert.FromBase64String((json["sig"] ?? throw new JsonException("a signature has no `sig`")).GetValue<string>())]);
}
