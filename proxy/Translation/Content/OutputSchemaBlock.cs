using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>The schema of the response as an instruction, for providers that take no schema.</summary>
internal sealed class OutputSchemaBlock(JsonValue schema) : ContentBlock
{
    public JsonValue Schema => schema;
}
