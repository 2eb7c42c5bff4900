using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>Where a schema stands that is walked over.</summary>
/// <param name="start">Of its opening brace.</param>
internal readonly struct SchemaSpot(int start, bool isRoot)
{
    public int Start => start;

    public bool IsRoot => isRoot;

    /// <summary>For looking into the schema while its end is not known yet.</summary>
    public JsonValue Value => new(start, 1);
}
