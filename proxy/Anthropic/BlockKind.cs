namespace ClaudeCodeProxy.Anthropic;

/// <summary>The kinds of content blocks in an answer.</summary>
internal enum BlockKind
{
    Text,
    Thinking,
    ToolUse,
}
