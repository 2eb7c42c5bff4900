using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>A tool call or, in a stream, the next piece of one.</summary>
internal record struct ToolCallDelta
{
    /// <summary>Which call a piece belongs to; some servers leave it out.</summary>
    public int? Index { get; set; }

    /// <summary>The same by the Responses API's id of the output item, which is not the call's.</summary>
    public JsonText ItemId { get; set; }

    public JsonText Id { get; set; }

    public JsonText Name { get; set; }

    /// <summary>Google's signature on the thinking that led to the call, which must come back with it.</summary>
    public JsonText ThoughtSignature { get; set; }

    /// <summary>JSON as text, or a part of it.</summary>
    public JsonText Arguments { get; set; }

    /// <summary>The arguments where a server gives them as an object, not as text.</summary>
    public JsonValue ArgumentsObject { get; set; }

    /// <summary>The arguments are all there are, and repeat what came in pieces.</summary>
    public bool IsWhole { get; set; }
}
