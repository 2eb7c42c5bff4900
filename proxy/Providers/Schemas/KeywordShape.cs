namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Where in a keyword's value there are schemas.</summary>
internal enum KeywordShape
{
    /// <summary>Nowhere: whatever looks like a keyword in it is data.</summary>
    Value,

    /// <summary>It is a schema; true and false are schemas too.</summary>
    Schema,

    /// <summary>A list of schemas.</summary>
    List,

    /// <summary>A schema, or a list of them.</summary>
    SchemaOrList,

    /// <summary>An object of schemas under names that mean nothing.</summary>
    Map,

    /// <summary>The same, and the names are regular expressions.</summary>
    PatternMap,

    /// <summary>A regular expression.</summary>
    Pattern,
}
