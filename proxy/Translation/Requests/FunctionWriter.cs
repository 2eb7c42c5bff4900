using ClaudeCodeProxy.Anthropic.ClientTools;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>
/// Writes the members of a function that both APIs name alike. Schemas keep their bytes and the order of their keys: servers that constrain output by
/// grammar demand arguments in that order.
/// </summary>
internal static class FunctionWriter
{
    /// <summary>The name comes first in its object.</summary>
    public static void Write(ref JsonWriter json, Tool tool, Route route, Degradation lost)
    {
        json.Raw("\"name\":"u8);
        ToolName.Write(ref json, tool.Name);
        if (tool.Schema.IsPresent)
            WriteOwn(ref json, tool, route, lost);
        else if (tool.Definition is { } definition)
            WriteDefined(ref json, tool, definition);
    }

    private static void WriteOwn(ref JsonWriter json, Tool tool, Route route, Degradation lost)
    {
        if (tool.Description.IsPresent)
        {
            json.Raw(",\"description\":"u8);
            json.Text(tool.Description);
        }

        json.Raw(",\"parameters\":"u8);
        SchemaMember.WriteForTool(ref json, tool.Schema, route, lost);
    }

    private static void WriteDefined(ref JsonWriter json, Tool tool, ClientTool definition)
    {
        json.Raw(",\"description\":\""u8);
        json.Raw(definition.Description);
        if (tool.Settings is { DisplayWidth.IsPresent: true, DisplayHeight.IsPresent: true } screen)
        {
            json.Raw(" The screen is "u8);
            json.Value(screen.DisplayWidth);
            json.Raw(" pixels wide and "u8);
            json.Value(screen.DisplayHeight);
            json.Raw(" high."u8);
        }

        json.Raw("\",\"parameters\":"u8);
        json.Raw(definition.Schema);
    }
}
