using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes the tools on offer and the client's choice among them.</summary>
internal static class ChatToolsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        var offered = OfferedTools.Select(request, route, lost);
        if (offered.Tools.Count == 0)
            return;
        json.Raw(",\"tools\":["u8);
        foreach (var tool in offered.Tools)
        {
            json.Comma();
            if (tool.IsFunction)
                WriteFunction(ref json, tool, route, lost);
            else
                json.Raw("{\"type\":\"openrouter:web_search\"}"u8);
        }

        json.Raw("]"u8);
        if (offered.Tools.Exists(static tool => tool.IsFunction))
            ToolChoiceWriter.Write(ref json, offered, request, route, lost);
    }

    private static void WriteFunction(ref JsonWriter json, Tool tool, Route route, Degradation lost)
    {
        json.Raw("{\"type\":\"function\",\"function\":{"u8);
        FunctionWriter.Write(ref json, tool, route, lost);
        json.Raw("}}"u8);
    }
}
