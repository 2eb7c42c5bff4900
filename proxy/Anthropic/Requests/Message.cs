using System.Collections.Immutable;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>One message of the conversation; a plain string as content is one text block.</summary>
internal sealed record Message(Role Role, ImmutableArray<ContentBlock> Content);

/// <summary>Who speaks in a message.</summary>
internal enum Role
{
    User,
    Assistant,
    System,
}
