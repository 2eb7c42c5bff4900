using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>
/// Writes the messages in OpenAI's order: every tool call has its result directly after its assistant message, and what else the
/// user said follows.
/// </summary>
internal sealed class ConversationWriter
{
    private readonly MessagesRequest _request;
    private readonly HashSet<ToolResultBlock> _written = [];
    private readonly UserMessageWriter _userMessages;
    private readonly TurnWriter _turns;

    public ConversationWriter(MessagesRequest request, Route route, TurnWriter turns)
    {
        _request = Instructions.Place(request, route);
        _userMessages = new UserMessageWriter(route, _written);
        _turns = turns;
    }

    public void Write(ref JsonWriter json)
    {
        SystemMessageWriter.Write(ref json, _request.System);
        var followsResult = false;
        for (var index = 0; index < _request.Messages.Length; index++)
        {
            var message = _request.Messages[index];
            switch (message.Role)
            {
                case Role.System:
                    SystemMessageWriter.Write(ref json, message.Content);
                    break;
                case Role.Assistant:
                    _turns.Write(ref json, message, Prefill.IsAt(_request, index));
                    followsResult = WriteResults(ref json, index);
                    break;
                default:
                    followsResult &= !_userMessages.Write(ref json, message.Content, followsResult);
                    break;
            }
        }
    }

    /// <summary>Returns whether there was any.</summary>
    private bool WriteResults(ref JsonWriter json, int assistant)
    {
        var any = false;
        foreach (var block in _request.Messages[assistant].Content)
        {
            if (block is not ToolUseBlock call)
                continue;
            var result = FindResult(assistant, call, json.Source);
            if (result is not null)
                _written.Add(result);
            _turns.WriteResult(ref json, call, result);
            any = true;
        }

        return any;
    }

    /// <summary>The first result with the call's id that the user gives before the assistant speaks again.</summary>
    private ToolResultBlock? FindResult(int assistant, ToolUseBlock call, ReadOnlySpan<byte> source)
    {
        var userSpoke = false;
        foreach (var message in _request.Messages.AsSpan()[(assistant + 1)..])
        {
            if (message.Role == Role.Assistant && userSpoke)
                return null;
            userSpoke |= IsFromUser(message);
            foreach (var block in message.Content)
            {
                if (block is ToolResultBlock result && !_written.Contains(result) && result.ToolUseId.SameAs(call.Id, source))
                    return result;
            }
        }

        return null;
    }

    /// <summary>The user, and not merely the client's instructions in the user's place.</summary>
    private static bool IsFromUser(Message message) => message.Role == Role.User && !message.Content.All(static block => block is ReminderBlock);
}
