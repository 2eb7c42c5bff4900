using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Anthropic.Conversations;

/// <summary>Leaves out the instructions that were for one turn, once the user has spoken again, and messages without content.</summary>
internal static class TurnInstructions
{
    public static MessagesRequest Apply(MessagesRequest request)
    {
        if (!request.Messages.Any(static message => message.Role == Role.System && (message.IsForOneTurn || message.Content.IsEmpty)))
            return request;
        var userFollows = false;
        var kept = ImmutableArray.CreateBuilder<Message>(request.Messages.Length);
        for (var index = request.Messages.Length - 1; index >= 0; index--)
        {
            var message = request.Messages[index];
            userFollows |= message.Role == Role.User;
            if (message.Role != Role.System || (!message.Content.IsEmpty && !(message.IsForOneTurn && userFollows)))
                kept.Add(message);
        }

        kept.Reverse();
        return request with { Messages = kept.DrainToImmutable() };
    }
}
