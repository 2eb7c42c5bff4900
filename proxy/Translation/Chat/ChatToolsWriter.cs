using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>
/// Writes the tools on offer and the client's choice among them, never one of our own. Schemas keep their bytes and the order of their keys:
/// servers that constrain output by grammar demand arguments in that order.
/// </summary>
internal static class ChatToolsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        var tools = OfferedTools.Select(request, route.Dialect, lost);
        if (tools.Count == 0)
            return;
        json.Raw(",\"tools\":["u8);
        foreach (var tool in tools)
            WriteTool(ref json, tool, route.Dialect.Schemas);
        json.Raw("]"u8);
        if (request.ToolChoice is not { } choice || !tools.Exists(static tool => tool.IsFunction))
            return;
        var isOffered = tools.Exists(tool => tool.IsFunction && tool.Name.SameAs(choice.Name, request.Body.Span));
        WriteChoice(ref json, choice, isOffered);
        if (!choice.OneAtATime)
            return;
        if (route.Refuses(RequestOption.ParallelToolCalls))
            lost.Lose("disable_parallel_tool_use");
        else
            json.Raw(",\"parallel_tool_calls\":false"u8);
    }

    private static void WriteTool(ref JsonWriter json, Tool tool, SchemaForm schemas)
    {
        json.Comma();
        if (!tool.IsFunction)
        {
            json.Raw("{\"type\":\"openrouter:web_search\"}"u8);
            return;
        }

        json.Raw("{\"type\":\"function\",\"function\":{\"name\":"u8);
        ToolName.Write(ref json, tool.Name);
        if (tool.Description.IsPresent)
        {
            json.Raw(",\"description\":"u8);
            json.Text(tool.Description);
        }

        json.Raw(",\"parameters\":"u8);
        SchemaWriter.Write(ref json, tool.Schema, schemas);
        json.Raw("}}"u8);
    }

    private static void WriteChoice(ref JsonWriter json, ToolChoice choice, bool isOffered)
    {
        switch (choice.Kind)
        {
            case ToolChoiceKind.Auto: json.Raw(",\"tool_choice\":\"auto\""u8); break;
            case ToolChoiceKind.Any: json.Raw(",\"tool_choice\":\"required\""u8); break;
            case ToolChoiceKind.None: json.Raw(",\"tool_choice\":\"none\""u8); break;
            case ToolChoiceKind.Tool when isOffered:
                json.Raw(",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":"u8);
                ToolName.Write(ref json, choice.Name);
                json.Raw("}}"u8);
                break;
        }
    }
}
