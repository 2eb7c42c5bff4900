using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>The type of a schema, which Google wants on every one: as it says, or as the rest of it tells.</summary>
/// <param name="others">Further types that the value may have.</param>
internal sealed class FlatType(string name, List<string> others, bool isNullable)
{
    public string Name => name;

    public List<string> Others => others;

    public bool IsNullable => isNullable;

    /// <param name="otherwise">The type of a schema that tells nothing.</param>
    public static FlatType Read(ReadOnlySpan<byte> source, FlatSource schema, string otherwise)
    {
        var names = Named(source, schema.Find("type"));
        var isNullable = schema.IsNullable || names.Remove("null");
        if (names.Count == 0)
            names.Add(Inferred(source, schema) ?? otherwise);
        return new FlatType(names[0], names[1..], isNullable);
    }

    private static List<string> Named(ReadOnlySpan<byte> source, JsonValue type)
    {
        if (SchemaMembers.Text(source, type) is { } single)
            return [single];
        var names = new List<string>();
        foreach (var element in SchemaMembers.Elements(source, type))
        {
            if (SchemaMembers.Text(source, element) is { } name && !names.Contains(name))
                names.Add(name);
        }

        return names;
    }

    private static string? Inferred(ReadOnlySpan<byte> source, FlatSource schema)
    {
        if (schema.Find("properties").IsPresent || schema.Find("required").IsPresent)
            return "object";
        if (schema.Find("items").IsPresent || schema.Find("prefixItems").IsPresent)
            return "array";
        var example = schema.Find("const");
        if (!example.IsPresent && SchemaMembers.Elements(source, schema.Find("enum")) is [var first, ..])
            example = first;
        return SchemaMembers.Kind(source, example) switch
        {
            JsonKind.Number => "number",
            JsonKind.True or JsonKind.False => "boolean",
            JsonKind.Object => "object",
            JsonKind.Text => "string",
            _ => schema.Find("$ref").IsPresent ? "object" : null,
        };
    }
}
