using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>
/// Writes the tools on offer and the client's choice among them, never one of our own. Schemas keep their bytes and the order of their keys:
/// servers that constrain output by grammar demand arguments in that order.
/// </summary>
internal static class ToolsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Degradation lost)
    {
        foreach (var tool in request.Tools)
        {
            if (!tool.IsFunction) lost.Lose("tool:" + tool.Name.ToString(json.Source));
        }

        if (!request.Tools.Any(static tool => tool.IsFunction)) return;
        json.Raw(",\"tools\":["u8);
        foreach (var tool in request.Tools)
        {
            if (tool.IsFunction) WriteTool(ref json, tool);
        }

        json.Raw("]"u8);
        if (request.ToolChoice is not { } choice) return;
        var isOffered = request.Tools.Any(tool => tool.IsFunction && tool.Name.SameAs(choice.Name, request.Body.Span));
        WriteChoice(ref json, choice, isOffered);
    }

    private static void WriteTool(ref JsonWriter json, Tool tool)
    {
        json.Comma();
        json.Raw("{\"type\":\"function\",\"function\":{\"name\":"u8);
        ToolName.Write(ref json, tool.Name);
        if (tool.Description.IsPresent)
        {
            json.Raw(",\"description\":"u8);
            json.Text(tool.Description);
        }

        json.Raw(",\"parameters\":"u8);
        WriteSchema(ref json, tool.Schema);
        json.Raw("}}"u8);
    }

    /// <summary>OpenAI refuses an object schema that names no properties.</summary>
    private static void WriteSchema(ref JsonWriter json, JsonValue schema)
    {
        var text = schema.In(json.Source);
        if (text.IndexOf("\"properties\""u8) >= 0)
        {
            json.Value(schema);
            return;
        }

        json.Raw("{\"properties\":{}"u8);
        var rest = text[1..].TrimStart(" \t\r\n"u8);
        json.Raw(rest[0] == '}' ? ",\"type\":\"object\""u8 : ","u8);
        json.Raw(rest);
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

        if (choice.OneAtATime) json.Raw(",\"parallel_tool_calls\":false"u8);
    }
}
