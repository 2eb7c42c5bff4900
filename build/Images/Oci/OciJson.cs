using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Images.Oci;

/// <summary>Reads and writes the documents of an image.</summary>
internal static class OciJson
{
    /// <summary>Far larger than any real document, far smaller than what would exhaust memory.</summary>
    public const int LargestDocument = 16 * 1024 * 1024;

    // Engines ignore the case of names and use the last of two equal ones, so a document with duplicates could mean different things to an engine and
    // a gate.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="JsonException">Not JSON, or of another shape.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
    {
        RefuseNullItems(json);
        return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("it holds null");
    }

    public static byte[] Write<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    /// <summary>No list in these documents may contain null, and the serializer does not check that.</summary>
    private static void RefuseNullItems(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var previous = JsonTokenType.None;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && previous != JsonTokenType.PropertyName)
                throw new JsonException("it holds null in a list");

            previous = reader.TokenType;
        }
    }
}
