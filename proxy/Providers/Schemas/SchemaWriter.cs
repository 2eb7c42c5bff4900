using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Writes JSON schemas in the form that a provider takes. What need not change keeps its bytes, and everything its order.</summary>
internal static class SchemaWriter
{
    public static void Write(ref JsonWriter json, JsonValue schema, SchemaForm form)
    {
        switch (form)
        {
            case SchemaForm.AsIs: json.Value(schema); break;
            case SchemaForm.Gemini: new GeminiSchema(schema).Write(ref json); break;
            case SchemaForm.Moonshot when schema.In(json.Source).IndexOf("\"anyOf\""u8) >= 0: MoonshotSchema.Write(ref json, schema); break;
            default: WriteWithProperties(ref json, schema); break;
        }
    }

    private static void WriteWithProperties(ref JsonWriter json, JsonValue schema)
    {
        if (SchemaMembers.Find(json.Source, schema, "properties"u8).IsPresent)
        {
            json.Value(schema);
            return;
        }

        json.Raw("{\"properties\":{}"u8);
        var rest = schema.In(json.Source)[1..].TrimStart(" \t\r\n"u8);
        json.Raw(rest[0] == '}' ? ",\"type\":\"object\""u8 : ","u8);
        json.Raw(rest);
    }
}
