using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>One message of the conversation; a plain string as content is one text block.</summary>
internal sealed record Message(Role Role, ImmutableArray<ContentBlock> Content)
{
    /// <summary>What stands for the earlier conversation, in a user message that no user wrote.</summary>
    public bool IsSummary { get; init; }

    /// <summary>Of a system message: the model sees its text only until the next user message (<c>clear_at: next_user_message</c>).</summary>
    public bool IsForOneTurn { get; init; }

    /// <summary>Of a system message: how much work to put into responses from the next user message on (<c>output_config.effort</c>).</summary>
    public JsonText Effort { get; init; }

    // Nobody compares or prints messages, and the code for it would be long.
    public bool Equals(Message? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(Message);
}

/// <summary>Who speaks in a message.</summary>
internal enum Role
{
    User,
    Assistant,
    System,
}
