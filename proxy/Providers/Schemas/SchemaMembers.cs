using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Looks into a schema without taking it apart.</summary>
internal static class SchemaMembers
{
    /// <summary>The value of an object's member; not present when the object has no such member, or the schema is not an object.</summary>
    public static JsonValue Find(ReadOnlySpan<byte> source, JsonValue schema, ReadOnlySpan<byte> member)
    {
        JsonValue found = default;
        if (!IsObject(source, schema))
            return found;
        var cursor = new JsonCursor(source, schema.Start);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual(member))
                found = cursor.ReadValue();
            else
                cursor.Skip();
        }

        return found;
    }

    public static List<JsonValue> Elements(ReadOnlySpan<byte> source, JsonValue array)
    {
        var elements = new List<JsonValue>();
        if (Kind(source, array) != JsonKind.Array)
            return elements;
        var cursor = new JsonCursor(source, array.Start);
        cursor.BeginArray();
        while (cursor.NextElement())
            elements.Add(cursor.ReadValue());
        return elements;
    }

    public static List<NamedValue> Members(ReadOnlySpan<byte> source, JsonValue schema)
    {
        var members = new List<NamedValue>();
        if (!IsObject(source, schema))
            return members;
        var cursor = new JsonCursor(source, schema.Start);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
            members.Add(new NamedValue(System.Text.Encoding.UTF8.GetString(name), cursor.ReadValue()));
        return members;
    }

    public static bool IsObject(ReadOnlySpan<byte> source, JsonValue value) => Kind(source, value) == JsonKind.Object;

    public static JsonKind? Kind(ReadOnlySpan<byte> source, JsonValue value) => value.IsPresent ? new JsonCursor(source, value.Start).Peek() : null;

    /// <summary>The plain text of a string; null for anything else.</summary>
    public static string? Text(ReadOnlySpan<byte> source, JsonValue value) =>
        Kind(source, value) == JsonKind.Text ? new JsonCursor(source, value.Start).ReadText().ToString(source) : null;
}
