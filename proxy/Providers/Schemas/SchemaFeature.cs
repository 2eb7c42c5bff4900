namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Parts of JSON Schema that some provider refuses.</summary>
[Flags]
internal enum SchemaFeature
{
    None = 0,

    /// <summary><c>\p{…}</c> and <c>\P{…}</c> in a regular expression of ECMAScript, which Python's <c>re</c> does not know.</summary>
    UnicodeClasses = 1 << 0,
}
