using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContainerSecurity.Formats.InToto;

/// <summary>
/// JSON that is signed, or decides whether a signature counts. Two readers may take different ones of two equal names, so a document with any is
/// refused.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="JsonException">Not an object, or with two equal names.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> content) =>
        JsonNode.Parse(content, documentOptions: Strict) as JsonObject ?? throw new JsonException("it holds no object");

    /// <summary>What taking a document apart throws: it is not JSON, holds two equal names, lacks a member, or has another in its place.</summary>
    public static bool IsDamage(Exception error) =>
        error is JsonException or InvalidOperationException or ArgumentException or NullReferenceException;

    /// <summary>For people to read.</summary>
    public static byte[] Write(JsonObject json) => [.. JsonSerializer.SerializeToUtf8Bytes(json, Readable), (byte)'\n'];

    /// <summary>On one line, for files that hold a document on each.</summary>
    public static byte[] WriteLine(JsonObject json) => [.. JsonSerializer.SerializeToUtf8Bytes(json, OneLine), (byte)'\n'];
}
