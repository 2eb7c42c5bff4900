using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Anthropic.Conversations;

/// <summary>The last summary of a conversation takes the place of all that came before it. One that failed stands for nothing.</summary>
internal static class Compaction
{
    public static MessagesRequest Apply(MessagesRequest request)
    {
        for (var index = request.Messages.Length - 1; index >= 0; index--)
        {
            var content = request.Messages[index].Content;
            for (var place = content.Length - 1; place >= 0; place--)
            {
                if (content[place] is CompactionBlock { Summary.IsEmpty: false } summary)
                    return Begin(request, summary, index, place);
            }
        }

        return request;
    }

    /// <summary>The summary is the user's first message, since conversations begin with one; the rest of its message follows.</summary>
    private static MessagesRequest Begin(MessagesRequest request, CompactionBlock summary, int index, int place)
    {
        var rest = request.Messages[index] with { Content = request.Messages[index].Content[(place + 1)..] };
        return request with
        {
            Messages =
            [
                new Message(Role.System, summary.ToolChanges),
                new Message(Role.User, [new TextBlock(summary.Summary)]) { IsSummary = true },
                .. rest.Content.IsEmpty ? [] : new[] { rest },
                .. request.Messages[(index + 1)..],
            ],
        };
    }
}
