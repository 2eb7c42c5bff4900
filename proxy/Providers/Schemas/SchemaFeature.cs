namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Parts and forms of JSON Schema that some provider refuses. <see cref="SchemaFeatures"/> has a row for each.</summary>
[Flags]
internal enum SchemaFeature
{
    None = 0,
    EcmaScriptPatterns = 1 << 0,
    Lookaround = 1 << 1,
    Patterns = 1 << 2,
    PatternProperties = 1 << 3,
    PropertyNames = 1 << 4,
    Formats = 1 << 5,
    References = 1 << 6,
    AllOf = 1 << 7,
    OneOf = 1 << 8,
    Not = 1 << 9,
    Conditions = 1 << 10,
    AdditionalProperties = 1 << 11,
    Tuples = 1 << 12,
    Constants = 1 << 13,
    Defaults = 1 << 14,
    Annotations = 1 << 15,
    Identity = 1 << 16,
    Lengths = 1 << 17,
    Sizes = 1 << 18,
    Bounds = 1 << 19,
    OtherKeywords = 1 << 20,
    RootWithoutProperties = 1 << 21,
    RootCombinators = 1 << 22,
    RequiredWithoutProperties = 1 << 23,
    ArraysWithoutItems = 1 << 24,
    UntypedSchemas = 1 << 25,
    TypeBesideBranches = 1 << 26,

    /// <summary>All of the above: what is left is type, properties, required, items, enum, description and anyOf, which everybody takes.</summary>
    BeyondCore = (1 << 27) - 1,
    AnyOf = 1 << 27,
    OpenObjects = 1 << 28,
    BeyondGoogle = 1 << 29,
}
