namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>What is done to JSON schemas.</summary>
internal enum SchemaForm
{
    /// <summary>Nothing.</summary>
    AsIs,

    /// <summary>An object names its properties and its type, as OpenAI demands; all else stays.</summary>
    WithProperties,

    /// <summary>No <c>type</c> beside <c>anyOf</c>.</summary>
    Moonshot,

    /// <summary>Google's subset of OpenAPI's schema.</summary>
    Gemini,
}
