using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>Instructions inside a user message, marked as Claude Code marks its own.</summary>
internal sealed class ReminderBlock(ImmutableArray<ContentBlock> content) : ContentBlock
{
    public ImmutableArray<ContentBlock> Content => content;
}
