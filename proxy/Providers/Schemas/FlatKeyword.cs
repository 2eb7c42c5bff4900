using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Which members of a schema a flat one keeps, and under which names: those that Google takes.</summary>
internal static class FlatKeyword
{
    /// <summary>The name to write a member under; null when it is left out.</summary>
    /// <param name="type">The type of the schema that the member is in.</param>
    public static string? Find(ReadOnlySpan<byte> source, NamedValue member, string type, FlatSource schema, bool forGoogle)
    {
        var (name, value) = (member.Name, member.Value);
        return name switch
        {
            "title" or "description" or "pattern" => IsKind(source, value, JsonKind.Text) ? name : null,
            "minItems" or "maxItems" or "minLength" or "maxLength" or "minProperties" or "maxProperties" or "minimum" or "maximum" =>
                IsKind(source, value, JsonKind.Number) ? name : null,
            "exclusiveMinimum" => IsBound(source, value, schema, "minimum") ? "minimum" : null,
            "exclusiveMaximum" => IsBound(source, value, schema, "maximum") ? "maximum" : null,
            "nullable" => forGoogle && IsKind(source, value, JsonKind.True) ? name : null,
            "default" => IsKind(source, value, JsonKind.Null) ? null : name,
            "format" => IsFormat(SchemaMembers.Text(source, value), type) ? name : null,
            "enum" => !forGoogle || (type == "string" && HasText(source, value)) ? name : null,
            "const" => !forGoogle || (type == "string" && IsKind(source, value, JsonKind.Text)) ? "enum" : null,
            "properties" => HasMembers(source, schema) ? name : null,
            "required" => IsKind(source, value, JsonKind.Array) ? name : null,
            "items" or "prefixItems" => type == "array" ? "items" : null,
            _ => null,
        };
    }

    private static bool IsKind(ReadOnlySpan<byte> source, JsonValue value, JsonKind kind) => SchemaMembers.Kind(source, value) == kind;

    /// <summary>An open bound becomes the closed one beside it; in the oldest drafts it was a mere yes or no.</summary>
    private static bool IsBound(ReadOnlySpan<byte> source, JsonValue value, FlatSource schema, string closed) =>
        IsKind(source, value, JsonKind.Number) && !schema.Find(closed).IsPresent;

    private static bool IsFormat(string? format, string type) => type switch
    {
        "string" => format is "enum" or "date-time",
        "integer" => format is "int32" or "int64",
        "number" => format is "float" or "double",
        _ => false,
    };

    private static bool HasText(ReadOnlySpan<byte> source, JsonValue list)
    {
        foreach (var element in SchemaMembers.Elements(source, list))
        {
            if (!string.IsNullOrEmpty(SchemaMembers.Text(source, element)))
                return true;
        }

        return false;
    }

    /// <summary>An object without properties says so by having no such member.</summary>
    private static bool HasMembers(ReadOnlySpan<byte> source, FlatSource schema)
    {
        foreach (var properties in schema.All("properties"))
        {
            if (SchemaMembers.Members(source, properties).Count > 0)
                return true;
        }

        return false;
    }
}
