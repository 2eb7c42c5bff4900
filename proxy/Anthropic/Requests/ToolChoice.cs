using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Whether the model may, must or must not call tools.</summary>
/// <param name="Name">The tool to call, for <see cref="ToolChoiceKind.Tool"/>.</param>
/// <param name="OneAtATime"><c>disable_parallel_tool_use</c></param>
internal sealed record ToolChoice(ToolChoiceKind Kind, JsonText Name, bool OneAtATime);

/// <summary>The four forms of <c>tool_choice</c>.</summary>
internal enum ToolChoiceKind
{
    Auto,
    Any,
    None,
    Tool,
}
