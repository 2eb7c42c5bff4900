namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>The kinds of content blocks in an answer.</summary>
internal enum BlockKind
{
    Text,
    Thinking,
    ToolUse,
}
