using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Instructions inside a user message, marked as Claude Code marks its own.</summary>
internal sealed record ReminderBlock(ImmutableArray<ContentBlock> Content) : ContentBlock;
