using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Whether the model may, must or must not call tools.</summary>
/// <param name="name">The tool to call, for <see cref="ToolChoiceKind.Tool"/>.</param>
/// <param name="oneAtATime"><c>disable_parallel_tool_use</c></param>
internal sealed class ToolChoice(ToolChoiceKind kind, JsonText name, bool oneAtATime)
{
    public ToolChoiceKind Kind => kind;

    public JsonText Name => name;

    public bool OneAtATime => oneAtATime;
}

/// <summary>The four forms of <c>tool_choice</c>.</summary>
internal enum ToolChoiceKind
{
    Auto,
    Any,
    None,
    Tool,
}
