using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Writes JSON schemas without what a provider refuses. What need not change keeps its bytes, and everything its order.</summary>
internal static class SchemaWriter
{
    /// <summary>Returns what of the refused the schema had.</summary>
    public static SchemaFeature Write(ref JsonWriter json, JsonValue schema, SchemaFeature refused)
    {
        if ((refused & SchemaFeature.BeyondGoogle) != 0)
            return SchemaFeature.BeyondGoogle | WriteFlat(ref json, schema, refused, forGoogle: true);
        if (!SchemaSigns.MayHave(json.Source, schema, refused))
        {
            json.Value(schema);
            return SchemaFeature.None;
        }

        var edits = new ByteEdits();
        var met = Filter(json.Source, schema, refused, edits);
        if (IsLost(json.Source, schema, met))
            return met | WriteFlat(ref json, schema, refused, forGoogle: false);
        edits.Apply(ref json, json.Source, schema);
        return met;
    }

    private static SchemaFeature WriteFlat(ref JsonWriter json, JsonValue schema, SchemaFeature refused, bool forGoogle)
    {
        using var flat = new PooledBuffer(schema.Length);
        var writer = new JsonWriter(flat, json.Source);
        new FlatSchema(schema, forGoogle).Write(ref writer);
        writer.Commit();
        var (whole, edits) = (new JsonValue(0, flat.Length), new ByteEdits());
        var met = Filter(flat.WrittenSpan, whole, refused, edits);
        edits.Apply(ref json, flat.WrittenSpan, whole);
        return met;
    }

    private static SchemaFeature Filter(ReadOnlySpan<byte> source, JsonValue schema, SchemaFeature refused, ByteEdits edits)
    {
        var filter = new SchemaFilter(source, refused, edits);
        filter.Visit(schema);
        return filter.Met;
    }

    /// <summary>What was met says what the schema is made of, so that it cannot just be left out.</summary>
    private static bool IsLost(ReadOnlySpan<byte> source, JsonValue schema, SchemaFeature met) =>
        (met & (SchemaFeature.References | SchemaFeature.AllOf)) != 0
            || ((met & SchemaFeature.RootCombinators) != 0 && !SchemaMembers.Find(source, schema, "properties"u8).IsPresent);
}
