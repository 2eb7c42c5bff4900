using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>A last message by the assistant, whose text the model is to continue.</summary>
internal static class Prefill
{
    public static bool Exists(MessagesRequest request) => IsAt(request, request.Messages.Length - 1);

    public static bool IsAt(MessagesRequest request, int index)
    {
        if (index != request.Messages.Length - 1 || request.Messages[index] is not { Role: Role.Assistant } last)
            return false;
        return !last.Content.Any(static block => block is ToolUseBlock)
            && BlockText.Any(last.Content.RemoveAll(static block => block is OpaqueBlock));
    }
}
