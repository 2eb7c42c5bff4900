namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>The keywords that mean something beside others, or can be said in other words.</summary>
internal enum KeywordRole
{
    None,
    Type,
    Properties,
    Required,
    Items,
    PrefixItems,
    AdditionalProperties,
    Reference,
    AllOf,
    AnyOf,
    OneOf,
    Not,
    Enum,
    Const,
}
