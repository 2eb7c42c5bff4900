using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>The members that a provider misses in a schema, as they are to be written.</summary>
/// <param name="inherited">The type that stood beside the branch that the schema is.</param>
internal ref struct MissingMembers(SchemaFeature refused, SchemaFacts facts, ReadOnlySpan<byte> source, bool isRoot, JsonValue inherited)
{
    private readonly ReadOnlySpan<byte> _source = source;

    /// <summary>What of the refused there was.</summary>
    public SchemaFeature Met { get; private set; }

    /// <summary>What stands at the beginning of a tool's schema.</summary>
    public string First()
    {
        if (!isRoot || (facts.HasProperties && (facts.HasType || facts.IsCombined)) || !Meets(SchemaFeature.RootWithoutProperties))
            return "";
        var properties = facts.HasProperties ? "" : "\"properties\":{}";
        return facts.HasType || facts.IsCombined ? properties : Join(properties, "\"type\":\"object\"");
    }

    /// <summary>What stands at the end of any schema.</summary>
    public string Last()
    {
        var isRootMended = isRoot && (refused & SchemaFeature.RootWithoutProperties) != 0;
        var type = isRootMended || facts.HasType || facts.IsCombined ? "" : FindType();
        var members = type.Length > 0 ? $"\"type\":{type}" : "";
        var hasProperties = facts.HasProperties || isRootMended;
        if (facts.HasRequired && !hasProperties && Meets(SchemaFeature.RequiredWithoutProperties))
            (hasProperties, members) = (true, Join(members, "\"properties\":{}"));
        var isArray = facts.IsArray || type.Contains("array", StringComparison.Ordinal);
        if (isArray && !facts.HasItems && Meets(SchemaFeature.ArraysWithoutItems))
            members = Join(members, (refused & SchemaFeature.UntypedSchemas) != 0 ? "\"items\":{\"type\":\"string\"}" : "\"items\":{}");
        var isObject = hasProperties || facts.IsObject || type.Contains("object", StringComparison.Ordinal);
        if (isObject && !facts.IsClosed && Meets(SchemaFeature.OpenObjects))
            members = Join(members, "\"additionalProperties\":false");
        return members;
    }

    private string FindType()
    {
        if (inherited.IsPresent)
            return Encoding.UTF8.GetString(inherited.In(_source));
        if (!Meets(SchemaFeature.UntypedSchemas))
            return "";
        return isRoot ? "\"object\"" : $"\"{facts.ImplyType(_source)}\"";
    }

    private static string Join(string members, string further) => members.Length > 0 ? $"{members},{further}" : further;

    private bool Meets(SchemaFeature feature)
    {
        Met |= refused & feature;
        return (refused & feature) != 0;
    }
}
