using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Moonshot wants types in the branches of an <c>anyOf</c>, and refuses one beside it.</summary>
internal static class MoonshotSchema
{
    public static void Write(ref JsonWriter json, JsonValue schema)
    {
        var members = SchemaMembers.Members(json.Source, schema);
        var hasBranches = members.Exists(static member => member.Name == "anyOf");
        json.Raw("{"u8);
        foreach (var (name, value) in members)
        {
            if (hasBranches && name == "type")
                continue;
            json.Comma();
            json.Text(name);
            json.Raw(":"u8);
            WriteMember(ref json, name, value);
        }

        json.Raw("}"u8);
    }

    private static void WriteMember(ref JsonWriter json, string name, JsonValue value)
    {
        var kind = SchemaMembers.Kind(json.Source, value);
        if (kind == JsonKind.Object && name is "properties" or "$defs" or "definitions")
            WriteMap(ref json, value);
        else if (kind == JsonKind.Object && name is "items" or "additionalProperties" or "not")
            Write(ref json, value);
        else if (kind == JsonKind.Array && name is "anyOf" or "oneOf" or "allOf")
            WriteList(ref json, value);
        else
            json.Value(value);
    }

    private static void WriteMap(ref JsonWriter json, JsonValue map)
    {
        json.Raw("{"u8);
        foreach (var (name, schema) in SchemaMembers.Members(json.Source, map))
        {
            json.Comma();
            json.Text(name);
            json.Raw(":"u8);
            WriteAny(ref json, schema);
        }

        json.Raw("}"u8);
    }

    private static void WriteList(ref JsonWriter json, JsonValue list)
    {
        json.Raw("["u8);
        foreach (var schema in SchemaMembers.Elements(json.Source, list))
        {
            json.Comma();
            WriteAny(ref json, schema);
        }

        json.Raw("]"u8);
    }

    /// <summary>A schema may be true or false too.</summary>
    private static void WriteAny(ref JsonWriter json, JsonValue schema)
    {
        if (SchemaMembers.IsObject(json.Source, schema))
            Write(ref json, schema);
        else
            json.Value(schema);
    }
}
