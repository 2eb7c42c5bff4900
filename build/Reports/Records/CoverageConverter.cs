using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Records;

/// <summary>Coverage as one object: <c>summary</c>, then each fact as a number, a text or a list of texts.</summary>
internal sealed class CoverageConverter : JsonConverter<Coverage>
{
    private const string Summary = "summary";

    public override Coverage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("coverage is an object.");
        string? summary = null;
        var facts = ImmutableSortedDictionary.CreateBuilder<string, CoverageFact>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == Summary && reader.TokenType == JsonTokenType.String && summary is null)
                summary = reader.GetString();
            else if (name == Summary || !facts.TryAdd(name, ReadFact(ref reader, name, options)))
                throw new JsonException($"coverage has {name} twice, or not as a text.");
        }

        return Coverage.Restore(facts, summary ?? throw new JsonException("coverage has no summary."));
    }

    public override void Write(Utf8JsonWriter writer, Coverage value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Summary, value.Summary);
        foreach (var (name, fact) in value.Facts)
        {
            writer.WritePropertyName(name);
            WriteFact(writer, fact, options);
        }

        writer.WriteEndObject();
    }

    private static CoverageFact ReadFact(ref Utf8JsonReader reader, string name, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var count) => new CoverageFact.Count(count),
        JsonTokenType.String => new CoverageFact.Text(reader.GetString()!),
        JsonTokenType.StartArray => new CoverageFact.List(JsonSerializer.Deserialize<ImmutableArray<string>>(ref reader, options)),
        _ => throw new JsonException($"{name} is neither a whole number, a text nor a list of texts."),
    };

    private static void WriteFact(Utf8JsonWriter writer, CoverageFact fact, JsonSerializerOptions options)
    {
        switch (fact)
        {
            case CoverageFact.Count count:
                writer.WriteNumberValue(count.Value);
                break;
            case CoverageFact.List list:
                JsonSerializer.Serialize(writer, list.Values, options);
                break;
            default:
                writer.WriteStringValue(fact.ToString());
                break;
        }
    }
}
