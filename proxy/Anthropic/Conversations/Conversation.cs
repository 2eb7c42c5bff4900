using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Anthropic.Conversations;

/// <summary>
/// Makes a request say plainly what it means by what its conversation changes on the way: a compaction, tools that are added, removed or loaded, an
/// effort from some turn on, instructions for one turn. Anthropic's service does the same before its model sees a request.
/// </summary>
internal static class Conversation
{
    public static MessagesRequest Resolve(MessagesRequest request)
    {
        request = Compaction.Apply(request);
        // Tools first: a message that the model sees no more still changed them.
        request = ToolChanges.Apply(request);
        return TurnInstructions.Apply(TurnEffort.Apply(request));
    }
}
