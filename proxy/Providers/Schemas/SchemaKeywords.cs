using static ClaudeCodeProxy.Providers.Schemas.KeywordShape;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>The keywords of JSON Schema (drafts 4 to 2020-12): where they hold schemas, and what their refusal is called.</summary>
internal static class SchemaKeywords
{
    public static SchemaKeyword[] All { get; } =
    [
        new("type", role: KeywordRole.Type),
        new("properties", shape: Map, role: KeywordRole.Properties),
        new("required", role: KeywordRole.Required),
        new("items", shape: SchemaOrList, role: KeywordRole.Items),
        new("enum", role: KeywordRole.Enum),
        new("prefixItems", SchemaFeature.Tuples, List, KeywordRole.PrefixItems),
        new("additionalProperties", SchemaFeature.AdditionalProperties, Schema, KeywordRole.AdditionalProperties),
        new("anyOf", SchemaFeature.AnyOf, List, KeywordRole.AnyOf),
        new("oneOf", SchemaFeature.OneOf, List, KeywordRole.OneOf),
        new("allOf", SchemaFeature.AllOf, List, KeywordRole.AllOf),
        new("not", SchemaFeature.Not, Schema, KeywordRole.Not),
        new("const", SchemaFeature.Constants, role: KeywordRole.Const),
        new("$ref", SchemaFeature.References, role: KeywordRole.Reference),
        new("description"),
        new("$defs", SchemaFeature.References, Map),
        new("definitions", SchemaFeature.References, Map),
        new("$dynamicRef", SchemaFeature.References),
        new("$dynamicAnchor", SchemaFeature.References),
        new("$recursiveRef", SchemaFeature.References),
        new("$schema", SchemaFeature.Identity),
        new("$id", SchemaFeature.Identity),
        new("$anchor", SchemaFeature.Identity),
        new("$vocabulary", SchemaFeature.Identity),
        new("pattern", SchemaFeature.Patterns, Pattern),
        new("patternProperties", SchemaFeature.PatternProperties, PatternMap),
        new("propertyNames", SchemaFeature.PropertyNames, Schema),
        new("format", SchemaFeature.Formats),
        new("if", SchemaFeature.Conditions, Schema),
        new("then", SchemaFeature.Conditions, Schema),
        new("else", SchemaFeature.Conditions, Schema),
        new("dependentSchemas", SchemaFeature.Conditions, Map),
        new("dependentRequired", SchemaFeature.Conditions),
        new("dependencies", SchemaFeature.Conditions, Map),
        new("unevaluatedProperties", SchemaFeature.AdditionalProperties, Schema),
        new("additionalItems", SchemaFeature.Tuples, Schema),
        new("unevaluatedItems", SchemaFeature.Tuples, Schema),
        new("contains", SchemaFeature.Tuples, Schema),
        new("minContains", SchemaFeature.Tuples),
        new("maxContains", SchemaFeature.Tuples),
        new("default", SchemaFeature.Defaults),
        new("title", SchemaFeature.Annotations),
        new("examples", SchemaFeature.Annotations),
        new("$comment", SchemaFeature.Annotations),
        new("deprecated", SchemaFeature.Annotations),
        new("readOnly", SchemaFeature.Annotations),
        new("writeOnly", SchemaFeature.Annotations),
        new("contentEncoding", SchemaFeature.Annotations),
        new("contentMediaType", SchemaFeature.Annotations),
        new("contentSchema", SchemaFeature.Annotations, Schema),
        new("minLength", SchemaFeature.Lengths),
        new("maxLength", SchemaFeature.Lengths),
        new("minItems", SchemaFeature.Sizes),
        new("maxItems", SchemaFeature.Sizes),
        new("uniqueItems", SchemaFeature.Sizes),
        new("minProperties", SchemaFeature.Sizes),
        new("maxProperties", SchemaFeature.Sizes),
        new("minimum", SchemaFeature.Bounds),
        new("maximum", SchemaFeature.Bounds),
        new("exclusiveMinimum", SchemaFeature.Bounds),
        new("exclusiveMaximum", SchemaFeature.Bounds),
        new("multipleOf", SchemaFeature.Bounds),
    ];

    /// <summary>Of <c>unevaluatedProperties</c>.</summary>
    private const int MaxLength = 21;

    private static readonly SchemaKeyword[][] ByLength = IndexByLength();

    /// <param name="name">Unescaped.</param>
    public static SchemaKeyword? Find(ReadOnlySpan<byte> name)
    {
        foreach (var keyword in name.Length < ByLength.Length ? ByLength[name.Length] : [])
        {
            if (keyword.Is(name))
                return keyword;
        }

        return null;
    }

    private static SchemaKeyword[][] IndexByLength()
    {
        var lists = new SchemaKeyword[MaxLength + 1][];
        Array.Fill(lists, []);
        foreach (var keyword in All)
            lists[keyword.Name.Length] = [.. lists[keyword.Name.Length], keyword];
        return lists;
    }
}
