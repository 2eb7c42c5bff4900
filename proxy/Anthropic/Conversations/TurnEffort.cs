using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Anthropic.Conversations;

/// <summary>The effort that counts for the response: the last one that a system message set before a user message, else the request's own.</summary>
internal static class TurnEffort
{
    public static MessagesRequest Apply(MessagesRequest request)
    {
        var userFollows = false;
        for (var index = request.Messages.Length - 1; index >= 0; index--)
        {
            var message = request.Messages[index];
            userFollows |= message.Role == Role.User;
            if (userFollows && !message.Effort.IsEmpty)
                return request with { Effort = message.Effort };
        }

        return request;
    }
}
