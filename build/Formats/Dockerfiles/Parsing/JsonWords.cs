using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>What a text is as a JSON array of strings.</summary>
internal abstract record JsonWords
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>An array of strings: the exec form.</summary>
    public sealed record Strings(ImmutableArray<string> Words) : JsonWords;

    /// <summary>A JSON array that holds something else too.</summary>
    public sealed record OtherValues : JsonWords;

    /// <returns>Null when the text is not a JSON array: then it is in shell form.</returns>
    public static JsonWords? Read(string text)
    {
        if (text.AsSpan().TrimStart() is not ['[', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text), Deep);
            var values = document.RootElement.EnumerateArray().ToList();
            return values.TrueForAll(value => value.ValueKind == JsonValueKind.String)
                ? new Strings([.. values.Select(Text)])
                : new OtherValues();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as \uXXXX: valid JSON, no valid text.
            return value.GetRawText().Trim('"');
        }
    }
}
