using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>One entry of <c>tool_calls</c>: a call or, in a stream, the next piece of one.</summary>
internal record struct ChatToolCall
{
    /// <summary>Which call a piece belongs to; some servers leave it out.</summary>
    public int? Index { get; set; }

    public JsonText Id { get; set; }

    public JsonText Name { get; set; }

    /// <summary>JSON as text, or a part of it.</summary>
    public JsonText Arguments { get; set; }

    /// <summary>The arguments where a server gives them as an object, not as text.</summary>
    public JsonValue ArgumentsObject { get; set; }
}
