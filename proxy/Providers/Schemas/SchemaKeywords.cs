using System.Text;
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
        .. Of(SchemaFeature.References, "$defs definitions"u8, Map),
        .. Of(SchemaFeature.References, "$dynamicRef $dynamicAnchor $recursiveRef"u8),
        .. Of(SchemaFeature.Identity, "$schema $id $anchor $vocabulary"u8),
        new("pattern", SchemaFeature.Patterns, Pattern),
        new("patternProperties", SchemaFeature.PatternProperties, PatternMap),
        new("propertyNames", SchemaFeature.PropertyNames, Schema),
        new("format", SchemaFeature.Formats),
        .. Of(SchemaFeature.Conditions, "if then else"u8, Schema),
        .. Of(SchemaFeature.Conditions, "dependentSchemas dependencies"u8, Map),
        new("dependentRequired", SchemaFeature.Conditions),
        new("unevaluatedProperties", SchemaFeature.AdditionalProperties, Schema),
        .. Of(SchemaFeature.Tuples, "additionalItems unevaluatedItems contains"u8, Schema),
        .. Of(SchemaFeature.Tuples, "minContains maxContains"u8),
        new("default", SchemaFeature.Defaults),
        .. Of(SchemaFeature.Annotations, "title examples $comment deprecated readOnly writeOnly contentEncoding contentMediaType"u8),
        new("contentSchema", SchemaFeature.Annotations, Schema),
        .. Of(SchemaFeature.Lengths, "minLength maxLength"u8),
        .. Of(SchemaFeature.Sizes, "minItems maxItems uniqueItems minProperties maxProperties"u8),
        .. Of(SchemaFeature.Bounds, "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"u8),
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

    /// <param name="names">Separated by blanks.</param>
    private static SchemaKeyword[] Of(SchemaFeature feature, ReadOnlySpan<byte> names, KeywordShape shape = Value) =>
        Array.ConvertAll(Encoding.ASCII.GetString(names).Split(' '), name => new SchemaKeyword(name, feature, shape));

    private static SchemaKeyword[][] IndexByLength()
    {
        var lists = new SchemaKeyword[MaxLength + 1][];
        Array.Fill(lists, []);
        foreach (var keyword in All)
            lists[keyword.Name.Length] = [.. lists[keyword.Name.Length], keyword];
        return lists;
    }
}
