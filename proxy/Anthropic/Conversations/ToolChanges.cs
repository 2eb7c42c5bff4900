using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Anthropic.Conversations;

/// <summary>
/// The tools that the model may call at the end of the conversation: first those that were always there, then the added and loaded ones in the order
/// in which that happened, so that a provider's prompt cache still knows the beginning. A deferred tool counts once something referred to it; where
/// Anthropic's own search should find it, which no other provider makes, at once.
/// </summary>
internal static class ToolChanges
{
    public static MessagesRequest Apply(MessagesRequest request)
    {
        if (!request.Tools.Any(static tool => tool.IsDeferred) && !request.Messages.Any(HasChange))
            return request;
        var tools = new ToolSet(request);
        foreach (var message in request.Messages)
        {
            foreach (var block in message.Content)
                tools.Take(block);
        }

        return request with { Tools = tools.ToArray(), Messages = [.. request.Messages.Select(WithoutChanges)] };
    }

    private static bool HasChange(Message message) => message.Content.Any(static block => block is ToolChangeBlock);

    private static Message WithoutChanges(Message message) =>
        HasChange(message) ? message with { Content = message.Content.RemoveAll(static block => block is ToolChangeBlock) } : message;
}
