namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>The kinds of content blocks in a response.</summary>
internal enum BlockKind
{
    Text,
    Thinking,
    ToolUse,
}
