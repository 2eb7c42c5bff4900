using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// Writes a schema without references and <c>allOf</c>: what they stand for is put in their place, a list of types becomes <c>anyOf</c>, a constant
/// an
/// enum of one, and of the rest stays what Google's subset of OpenAPI's schema has a word for.
/// </summary>
/// <param name="forGoogle">In that subset strictly: what may be null is <c>nullable</c>, and enums hold texts.</param>
internal sealed class FlatSchema(JsonValue root, bool forGoogle)
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

        var source = FlatSource.Read(json.Source, schema, root, references, isRoot: depth == 0);
        json.Raw("{"u8);
        if (source.Branches.Count > 0)
            WriteBranches(ref json, source.Branches, source, depth);
        else
            WriteMembers(ref json, source, depth);
        json.Raw("}"u8);
    }

    /// <summary>Beside <c>anyOf</c> nothing else may stand.</summary>
    private void WriteBranches(ref JsonWriter json, List<JsonValue> branches, FlatSource source, int depth)
    {
        json.Raw("\"anyOf\":["u8);
        foreach (var branch in branches)
        {
            json.Comma();
            Write(ref json, branch, source.References, depth + 1);
        }

        json.Raw("]"u8);
    }

    private void WriteMembers(ref JsonWriter json, FlatSource source, int depth)
    {
        var type = FlatType.Read(json.Source, source, depth == 0 ? "object" : "string");
        if (type.Others.Count > 0)
        {
            WriteTypes(ref json, type);
            return;
        }

        var written = new HashSet<string>();
        if (!source.Find("type").IsPresent)
            WriteType(ref json, type, written);
        foreach (var member in source.Members)
        {
            if (member.Name == "type")
                WriteType(ref json, type, written);
            else if (FlatKeyword.Find(json.Source, member, type.Name, source, forGoogle) is { } keyword && written.Add(keyword))
                WriteMember(ref json, member, keyword, source, depth);
        }

        if (type.Name == "array" && !written.Contains("items"))
            json.Raw(",\"items\":{\"type\":\"string\"}"u8);
    }

    private void WriteType(ref JsonWriter json, FlatType type, HashSet<string> written)
    {
        if (!written.Add("type"))
            return;
        json.Comma();
        WriteType(ref json, type.Name, type.IsNullable && (!forGoogle || written.Add("nullable")));
    }

    private void WriteType(ref JsonWriter json, string name, bool isNullable)
    {
        json.Raw(isNullable && !forGoogle ? "\"type\":["u8 : "\"type\":"u8);
        json.Text(name);
        if (isNullable)
            json.Raw(forGoogle ? ",\"nullable\":true"u8 : ",\"null\"]"u8);
    }

    private void WriteTypes(ref JsonWriter json, FlatType type)
    {
        json.Raw("\"anyOf\":["u8);
        foreach (var name in type.Others.Prepend(type.Name))
        {
            json.Comma();
            json.Raw("{"u8);
            WriteType(ref json, name, type.IsNullable);
            if (name == "array")
                json.Raw(",\"items\":{\"type\":\"string\"}"u8);
            json.Raw("}"u8);
        }

        json.Raw("]"u8);
    }

    private void WriteMember(ref JsonWriter json, NamedValue member, string keyword, FlatSource source, int depth)
    {
        switch (keyword)
        {
            case "properties": WriteProperties(ref json, source, depth); break;
            case "required": WriteRequired(ref json, source); break;
            case "items": WriteItems(ref json, member.Value, source, depth); break;
            case "enum": WriteEnum(ref json, member.Name == "const" ? [member.Value] : SchemaMembers.Elements(json.Source, member.Value)); break;
            default:
                Name(ref json, keyword);
                json.Value(member.Value);
                break;
        }
    }

    private void WriteProperties(ref JsonWriter json, FlatSource source, int depth)
    {
        var names = new HashSet<string>();
        Name(ref json, "properties");
        json.Raw("{"u8);
        foreach (var properties in source.All("properties"))
        {
            foreach (var property in SchemaMembers.Members(json.Source, properties))
            {
                if (!names.Add(property.Name))
                    continue;
                Name(ref json, property.Name);
                if (source.IsJoined)
                    WriteJoined(ref json, source.FindProperty(json.Source, property.Name), source, depth);
                else
                    Write(ref json, property.Value, source.References, depth + 1);
            }
        }

        json.Raw("}"u8);
    }

    private void WriteJoined(ref JsonWriter json, List<JsonValue> schemas, FlatSource source, int depth)
    {
        if (schemas is [var only])
        {
            Write(ref json, only, source.References, depth + 1);
            return;
        }

        json.Raw("{"u8);
        WriteBranches(ref json, schemas, source, depth + 1);
        json.Raw("}"u8);
    }

    /// <summary>Only properties that are there may be required.</summary>
    private static void WriteRequired(ref JsonWriter json, FlatSource source)
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
    private void WriteItems(ref JsonWriter json, JsonValue value, FlatSource source, int depth)
    {
        var schema = SchemaMembers.Elements(json.Source, value) is [var first, ..] ? first : value;
        Name(ref json, "items");
        Write(ref json, schema, source.References, depth + 1);
    }

    /// <summary>Google takes texts that are not empty.</summary>
    private void WriteEnum(ref JsonWriter json, List<JsonValue> values)
    {
        Name(ref json, "enum");
        json.Raw("["u8);
        foreach (var element in values)
        {
            if (forGoogle && string.IsNullOrEmpty(SchemaMembers.Text(json.Source, element)))
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
