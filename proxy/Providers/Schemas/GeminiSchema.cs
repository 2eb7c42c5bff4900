using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// Writes a schema in Google's subset of OpenAPI's, which refuses any other member: references are put in place, a list of types becomes
/// <c>nullable</c> or <c>anyOf</c>, a constant an enum of one, and what has no counterpart is left out.
/// </summary>
internal sealed class GeminiSchema(JsonValue root)
{
    private const int MaxDepth = 24;
    private const int MaxSchemas = 4000;

    private int _written;

    public void Write(ref JsonWriter json) => Write(ref json, root, [], 0);

    private void Write(ref JsonWriter json, JsonValue schema, List<string> references, int depth)
    {
        if (depth > MaxDepth || ++_written > MaxSchemas)
        {
            json.Raw("{\"type\":\"object\"}"u8);
            return;
        }

        var source = GeminiSource.Read(json.Source, schema, root, references);
        json.Raw("{"u8);
        if (source.Branches.Count > 0)
            WriteBranches(ref json, source.Branches, source, depth);
        else
            WriteMembers(ref json, source, depth);
        json.Raw("}"u8);
    }

    /// <summary>Beside <c>anyOf</c> nothing else may stand.</summary>
    private void WriteBranches(ref JsonWriter json, List<JsonValue> branches, GeminiSource source, int depth)
    {
        json.Raw("\"anyOf\":["u8);
        foreach (var branch in branches)
        {
            json.Comma();
            Write(ref json, branch, source.References, depth + 1);
        }

        json.Raw("]"u8);
    }

    private void WriteMembers(ref JsonWriter json, GeminiSource source, int depth)
    {
        var type = GeminiType.Read(json.Source, source, depth == 0 ? "object" : "string");
        if (type.Others.Count > 0)
        {
            WriteTypes(ref json, type);
            return;
        }

        var written = new HashSet<string>();
        if (!source.Find("type").IsPresent)
            WriteType(ref json, type, written);
        foreach (var (name, value) in source.Members)
        {
            if (name == "type")
                WriteType(ref json, type, written);
            else if (GeminiKeyword.Find(json.Source, name, value, type.Name, source) is { } keyword && written.Add(keyword))
                WriteMember(ref json, keyword, value, source, depth);
        }

        if (type.Name == "array" && !written.Contains("items"))
            json.Raw(",\"items\":{\"type\":\"string\"}"u8);
    }

    private static void WriteType(ref JsonWriter json, GeminiType type, HashSet<string> written)
    {
        if (!written.Add("type"))
            return;
        Name(ref json, "type");
        json.Text(type.Name);
        if (type.IsNullable && written.Add("nullable"))
            json.Raw(",\"nullable\":true"u8);
    }

    private static void WriteTypes(ref JsonWriter json, GeminiType type)
    {
        json.Raw("\"anyOf\":["u8);
        foreach (var name in type.Others.Prepend(type.Name))
        {
            json.Comma();
            json.Raw("{\"type\":"u8);
            json.Text(name);
            if (name == "array")
                json.Raw(",\"items\":{\"type\":\"string\"}"u8);
            if (type.IsNullable)
                json.Raw(",\"nullable\":true"u8);
            json.Raw("}"u8);
        }

        json.Raw("]"u8);
    }

    private void WriteMember(ref JsonWriter json, string keyword, JsonValue value, GeminiSource source, int depth)
    {
        switch (keyword)
        {
            case "properties": WriteProperties(ref json, source, depth); break;
            case "required": WriteRequired(ref json, source); break;
            case "items": WriteItems(ref json, value, source, depth); break;
            case "enum": WriteEnum(ref json, value); break;
            default:
                Name(ref json, keyword);
                json.Value(value);
                break;
        }
    }

    private void WriteProperties(ref JsonWriter json, GeminiSource source, int depth)
    {
        var names = new HashSet<string>();
        Name(ref json, "properties");
        json.Raw("{"u8);
        foreach (var properties in source.All("properties"))
        {
            foreach (var (name, schema) in SchemaMembers.Members(json.Source, properties))
            {
                if (!names.Add(name))
                    continue;
                Name(ref json, name);
                Write(ref json, schema, source.References, depth + 1);
            }
        }

        json.Raw("}"u8);
    }

    /// <summary>Only properties that are there may be required.</summary>
    private static void WriteRequired(ref JsonWriter json, GeminiSource source)
    {
        var properties = new HashSet<string>();
        foreach (var map in source.All("properties"))
            properties.UnionWith(SchemaMembers.Members(json.Source, map).Select(static member => member.Name));
        var names = new List<string>();
        foreach (var list in source.All("required"))
        {
            foreach (var element in SchemaMembers.Elements(json.Source, list))
            {
                if (SchemaMembers.Text(json.Source, element) is { } name && properties.Remove(name))
                    names.Add(name);
            }
        }

        if (names.Count == 0)
            return;
        Name(ref json, "required");
        json.Raw("["u8);
        foreach (var name in names)
        {
            json.Comma();
            json.Text(name);
        }

        json.Raw("]"u8);
    }

    /// <summary>A list of schemas, one for each place, is more than Google can say: the first stands for all.</summary>
    private void WriteItems(ref JsonWriter json, JsonValue value, GeminiSource source, int depth)
    {
        var schema = SchemaMembers.Elements(json.Source, value) is [var first, ..] ? first : value;
        Name(ref json, "items");
        Write(ref json, schema, source.References, depth + 1);
    }

    /// <summary>Of an enum's values only texts that are not empty; a constant is an enum of one.</summary>
    private static void WriteEnum(ref JsonWriter json, JsonValue value)
    {
        Name(ref json, "enum");
        json.Raw("["u8);
        var isConstant = SchemaMembers.Kind(json.Source, value) == JsonKind.Text;
        foreach (var element in isConstant ? [value] : SchemaMembers.Elements(json.Source, value))
        {
            if (string.IsNullOrEmpty(SchemaMembers.Text(json.Source, element)))
                continue;
            json.Comma();
            json.Value(element);
        }

        json.Raw("]"u8);
    }

    private static void Name(ref JsonWriter json, string name)
    {
        json.Comma();
        json.Text(name);
        json.Raw(":"u8);
    }
}
