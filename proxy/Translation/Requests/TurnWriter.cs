using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes the assistant's turns and the responses to its tool calls, in which the APIs of upstreams differ.</summary>
internal abstract class TurnWriter
{
    /// <param name="isPrefill">The model is to continue it.</param>
    public abstract void Write(ref JsonWriter json, Message message, bool isPrefill);

    /// <param name="result">Null when the client gave none: providers refuse a call without a result.</param>
    public abstract void WriteResult(ref JsonWriter json, ToolUseBlock call, ToolResultBlock? result);
}
