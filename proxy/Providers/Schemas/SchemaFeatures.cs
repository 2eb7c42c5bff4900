namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// What can be refused in schemas, and what is done then. Which provider is known to refuse what stands in its dialect; all else is learnt from
/// errors, or said by the configuration. Schemas only tell a model what to write: it is the client that checks what the model wrote.
/// </summary>
internal static class SchemaFeatures
{
    /// <summary>What counts only for tools: their schemas must be plain objects, those of responses need not.</summary>
    public const SchemaFeature OfToolsAlone = SchemaFeature.RootWithoutProperties | SchemaFeature.RootCombinators;

    public static SchemaFeatureRow[] All { get; } =
    [
        new(SchemaFeature.EcmaScriptPatterns, "ecmascript-patterns",
            "patterns that Python's `re` cannot compile, such as `\\p{L}`, also as keys of `patternProperties`"),
        new(SchemaFeature.Lookaround, "lookaround", "patterns with lookahead or lookbehind"),
        new(SchemaFeature.Patterns, "patterns", "`pattern`"),
        new(SchemaFeature.PatternProperties, "pattern-properties", "`patternProperties`"),
        new(SchemaFeature.PropertyNames, "property-names", "`propertyNames`"),
        new(SchemaFeature.Formats, "formats", "`format`")
        {
            Words = ["is not a valid format", "unknown format"],
        },
        new(SchemaFeature.References, "references", "`$ref`, `$defs`, `definitions`", "replaced by what they refer to")
        {
            Words = ["resolving ref", "$ref", "references must"],
        },
        new(SchemaFeature.AllOf, "all-of", "`allOf`", "its parts are joined"),
        new(SchemaFeature.OneOf, "one-of", "`oneOf`", "becomes `anyOf`"),
        new(SchemaFeature.AnyOf, "any-of", "`anyOf`"),
        new(SchemaFeature.Not, "not", "`not`"),
        new(SchemaFeature.Conditions, "conditions", "`if`, `then`, `else`, `dependentSchemas`, `dependentRequired`, `dependencies`"),
        new(SchemaFeature.AdditionalProperties, "additional-properties", "`additionalProperties`, `unevaluatedProperties`"),
        new(SchemaFeature.Tuples, "tuples",
            "`prefixItems`, `contains`, `additionalItems`, `unevaluatedItems`, a list as `items`", "left out; of a list the first counts")
        {
            Words = ["items must be a"],
        },
        new(SchemaFeature.Constants, "constants", "`const`", "becomes `enum`"),
        new(SchemaFeature.Defaults, "defaults", "`default`"),
        new(SchemaFeature.Annotations, "annotations", "`title`, `examples`, `$comment`, `deprecated`, `readOnly`, `contentEncoding` and the like"),
        new(SchemaFeature.Identity, "identity", "`$schema`, `$id`, `$anchor`"),
        new(SchemaFeature.Lengths, "lengths", "`minLength`, `maxLength`"),
        new(SchemaFeature.Sizes, "sizes", "`minItems`, `maxItems`, `uniqueItems`, `minProperties`, `maxProperties`"),
        new(SchemaFeature.Bounds, "bounds", "`minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`"),
        new(SchemaFeature.OtherKeywords, "other-keywords", "keywords that are in no draft of JSON Schema"),
        new(SchemaFeature.RootWithoutProperties, "root-without-properties", "a tool's schema without `properties` or `type`", "added")
        {
            Words = ["object schema missing properties", "got 'type: null'"],
        },
        new(SchemaFeature.RootCombinators, "root-combinators", "`anyOf`, `oneOf`, `allOf`, `not`, `enum` or `const` at the top of a tool's schema",
            "left out; branches are joined where there are no `properties` beside them")
        {
            Words = ["at the top level"],
        },
        new(SchemaFeature.RequiredWithoutProperties, "required-without-properties", "`required` without `properties` beside it", "added")
        {
            Words = ["'properties' is missing"],
        },
        new(SchemaFeature.ArraysWithoutItems, "arrays-without-items", "arrays without `items`", "added")
        {
            Words = ["missing items", "items: missing field"],
        },
        new(SchemaFeature.UntypedSchemas, "untyped-schemas", "schemas without a `type`", "added, as the rest of the schema tells")
        {
            Words = ["type is not defined", "must have a 'type' key", "unrecognized schema: {\"description\""],
        },
        new(SchemaFeature.TypeBesideBranches, "type-beside-branches", "`type` beside `anyOf` or `oneOf`", "moved into the branches")
        {
            Words = ["type should be defined in anyof items"],
        },
        new(SchemaFeature.OpenObjects, "open-objects", "objects without `additionalProperties: false`", "added")
        {
            Words = ["additionalproperties:false must", "'additionalproperties' is required to be supplied and"],
        },
        new(SchemaFeature.BeyondGoogle, "beyond-google", "all that Google's subset of OpenAPI's schema has no word for",
            "said in its words where it has some"),
    ];

    /// <summary>Null for a name that no feature has; <c>core</c> is all that is not core.</summary>
    public static SchemaFeature? Find(string name) =>
        name == "core" ? SchemaFeature.BeyondCore : All.FirstOrDefault(row => row.Name == name)?.Feature;

    /// <summary>The names of all that are set.</summary>
    public static string Describe(SchemaFeature features) => features == SchemaFeature.BeyondCore
        ? "all but the core"
        : string.Join(", ", All.Where(row => (features & row.Feature) != 0).Select(static row => row.Name));
}
