using System.Text.Json;
using ClaudeCodeProxy.Providers.Schemas;

namespace Proxy.Tests.Providers.Schemas;

/// <summary>Finds what is refused in a schema, by other means than the proxy does.</summary>
internal sealed class RefusedParts(SchemaFeature refused)
{
    private static readonly (string Keyword, SchemaFeature Feature)[] Keywords =
    [
        ("pattern", SchemaFeature.Patterns), ("patternProperties", SchemaFeature.PatternProperties),
        ("propertyNames", SchemaFeature.PropertyNames), ("format", SchemaFeature.Formats), ("$ref", SchemaFeature.References),
        ("$defs", SchemaFeature.References), ("allOf", SchemaFeature.AllOf), ("oneOf", SchemaFeature.OneOf), ("anyOf", SchemaFeature.AnyOf),
        ("not", SchemaFeature.Not), ("if", SchemaFeature.Conditions), ("prefixItems", SchemaFeature.Tuples),
        ("const", SchemaFeature.Constants), ("default", SchemaFeature.Defaults), ("title", SchemaFeature.Annotations),
        ("examples", SchemaFeature.Annotations), ("$schema", SchemaFeature.Identity), ("minLength", SchemaFeature.Lengths),
        ("maxItems", SchemaFeature.Sizes), ("uniqueItems", SchemaFeature.Sizes), ("minimum", SchemaFeature.Bounds),
        ("nullable", SchemaFeature.OtherKeywords),
    ];

    private static readonly string[] OfOneSchema = ["items", "not", "additionalProperties", "propertyNames", "if"];
    private static readonly string[] OfSchemas = ["items", "anyOf", "oneOf", "allOf", "prefixItems"];
    private static readonly string[] Maps = ["properties", "$defs", "patternProperties"];

    public IEnumerable<string> Find(JsonElement root) => Find(root, isRoot: true);

    private IEnumerable<string> Find(JsonElement schema, bool isRoot)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return [];
        var own = schema.EnumerateObject().SelectMany(FindIn);
        return own.Concat(Forms(schema, isRoot).Where(form => Refuses(form.Feature) && form.IsMet).Select(form => $"{form.Feature} in {schema}"));
    }

    private IEnumerable<string> FindIn(JsonProperty member)
    {
        foreach (var (keyword, feature) in Keywords)
        {
            if (member.NameEquals(keyword) && Refuses(feature))
                yield return keyword;
        }

        if (member.NameEquals("additionalProperties") && Refuses(SchemaFeature.AdditionalProperties) && !Refuses(SchemaFeature.OpenObjects))
            yield return member.Name;
        if (member.NameEquals("pattern") && IsRefusedPattern(member.Value.GetString()!))
            yield return member.ToString();
        foreach (var schema in SchemasIn(member))
        {
            foreach (var found in Find(schema, isRoot: false))
                yield return $"{member.Name}/{found}";
        }

        if (member.NameEquals("patternProperties") && member.Value.EnumerateObject().Any(property => IsRefusedPattern(property.Name)))
            yield return member.ToString();
    }

    private static IEnumerable<JsonElement> SchemasIn(JsonProperty member)
    {
        if (Maps.Contains(member.Name))
            return member.Value.EnumerateObject().Select(property => property.Value);
        if (OfSchemas.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
            return member.Value.EnumerateArray();
        return OfOneSchema.Contains(member.Name) ? [member.Value] : [];
    }

    private bool IsRefusedPattern(string pattern) =>
        (Refuses(SchemaFeature.EcmaScriptPatterns) && pattern is "\\p{L}" or "[\\w-.]")
            || (Refuses(SchemaFeature.Lookaround) && pattern.StartsWith("^(?!", StringComparison.Ordinal));

    private static IEnumerable<(SchemaFeature Feature, bool IsMet)> Forms(JsonElement schema, bool isRoot)
    {
        bool Has(string name) => schema.TryGetProperty(name, out _);
        var type = schema.TryGetProperty("type", out var types) ? types.GetRawText() : "";
        var isCombined = Has("anyOf") || Has("oneOf") || Has("allOf") || Has("$ref");
        yield return (SchemaFeature.ArraysWithoutItems, type.Contains("array", StringComparison.Ordinal) && !Has("items") && !Has("prefixItems"));
        yield return (SchemaFeature.RequiredWithoutProperties, Has("required") && !Has("properties"));
        yield return (SchemaFeature.UntypedSchemas, type.Length == 0 && !isCombined);
        yield return (SchemaFeature.TypeBesideBranches, type.Length > 0 && (Has("anyOf") || Has("oneOf")));
        yield return (SchemaFeature.OpenObjects, type.Contains("object", StringComparison.Ordinal)
            && !(schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False));
        yield return (SchemaFeature.Tuples, schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array);
        if (!isRoot)
            yield break;
        yield return (SchemaFeature.RootWithoutProperties, !Has("properties") || (type.Length == 0 && !isCombined));
        yield return (SchemaFeature.RootCombinators, Has("anyOf") || Has("oneOf") || Has("allOf") || Has("not") || Has("enum") || Has("const"));
    }

    private bool Refuses(SchemaFeature feature) => (refused & feature) != 0;
}
