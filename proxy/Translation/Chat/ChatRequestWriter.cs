using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes what follows the model's name in a request for a chat completion.</summary>
internal static class ChatRequestWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        json.Raw(",\"messages\":["u8);
        new ConversationWriter(request, route, new ChatTurnWriter(route)).Write(ref json);
        json.Raw("]"u8);
        ChatToolsWriter.Write(ref json, request, route, lost);
        ChatOptionsWriter.Write(ref json, request, route, lost);
    }
}
