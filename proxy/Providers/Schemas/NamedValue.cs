using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>A member of an object.</summary>
internal sealed class NamedValue(string name, JsonValue value)
{
    public string Name => name;

    public JsonValue Value => value;
}
