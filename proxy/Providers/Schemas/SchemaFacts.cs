using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>What of a schema's members counts for what is missing beside them.</summary>
internal struct SchemaFacts
{
    /// <summary>A constant, or the list of an enum.</summary>
    private JsonValue _example;

    public bool HasType { get; private set; }

    public bool IsArray { get; private set; }

    public bool IsObject { get; private set; }

    public bool HasItems { get; private set; }

    public bool HasProperties { get; private set; }

    public bool HasRequired { get; private set; }

    public bool HasAdditional { get; private set; }

    /// <summary><c>"additionalProperties":false</c></summary>
    public bool IsClosed { get; private set; }

    /// <summary>Other schemas say what it is.</summary>
    public bool IsCombined { get; private set; }

    public void Add(KeywordRole keyword, ReadOnlySpan<byte> source, JsonValue value)
    {
        switch (keyword)
        {
            case KeywordRole.Type:
                HasType = true;
                IsArray = value.In(source).IndexOf("\"array\""u8) >= 0;
                IsObject = value.In(source).IndexOf("\"object\""u8) >= 0;
                break;
            case KeywordRole.Properties: HasProperties = true; break;
            case KeywordRole.Required: HasRequired = true; break;
            case KeywordRole.Items or KeywordRole.PrefixItems: HasItems = true; break;
            case KeywordRole.AdditionalProperties: (HasAdditional, IsClosed) = (true, source[value.Start] == 'f'); break;
            case KeywordRole.Enum or KeywordRole.Const: _example = value; break;
            case KeywordRole.AnyOf or KeywordRole.OneOf or KeywordRole.AllOf or KeywordRole.Reference: IsCombined = true; break;
        }
    }

    /// <summary>The type by all that it says; a text where it says nothing.</summary>
    public readonly string ImplyType(ReadOnlySpan<byte> source)
    {
        if (HasProperties || HasRequired || HasAdditional)
            return "object";
        if (HasItems)
            return "array";
        var example = SchemaMembers.Elements(source, _example) is [var first, ..] ? first : _example;
        return SchemaMembers.Kind(source, example) switch
        {
            JsonKind.Number => "number",
            JsonKind.True or JsonKind.False => "boolean",
            JsonKind.Object => "object",
            _ => "string",
        };
    }
}
