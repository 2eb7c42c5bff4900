using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>A chat completion, or one chunk of a streamed one: what is in its first choice, as slices of its text.</summary>
internal record struct ChatResponse
{
    /// <summary>Upstreams report errors inside a 200 response too.</summary>
    public JsonValue Error { get; set; }

    public bool HasChoice { get; set; }

    /// <summary>A message that is complete, not the next piece of one.</summary>
    public bool IsWhole { get; set; }

    public JsonText FinishReason { get; set; }

    /// <summary>The stop sequence that ended the response, where the upstream names it.</summary>
    public JsonText StopSequence { get; set; }

    public JsonText Content { get; set; }

    /// <summary>What was said where a server gives it in parts: an array, of <see cref="ContentPart"/>.</summary>
    public JsonValue ContentParts { get; set; }

    public JsonText Refusal { get; set; }

    /// <summary>Reasoning: <c>reasoning_content</c> or <c>reasoning</c>.</summary>
    public JsonText Reasoning { get; set; }

    /// <summary>Reasoning as OpenRouter gives it: an array of <see cref="ReasoningDetail"/>.</summary>
    public JsonValue ReasoningDetails { get; set; }

    /// <summary>An array of <see cref="ToolCallDelta"/>.</summary>
    public JsonValue ToolCalls { get; set; }

    /// <summary>The older form of a single tool call.</summary>
    public JsonValue FunctionCall { get; set; }

    /// <summary>An array of <see cref="UrlCitation"/>.</summary>
    public JsonValue Annotations { get; set; }

    public UpstreamUsage? Usage { get; set; }
}
