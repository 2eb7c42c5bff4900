using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>
/// Writes the tools on offer and the client's choice among them. Schemas keep their bytes and are not strict, as this API would make them unasked.
/// </summary>
internal static class ResponsesToolsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, List<Tool> tools, Degradation lost)
    {
        json.Raw(",\"tools\":["u8);
        foreach (var tool in tools)
        {
            json.Comma();
            if (tool.IsFunction)
                WriteFunction(ref json, tool, route.Dialect.Schemas);
            else
                WriteSearch(ref json, tool, lost);
        }

        json.Raw("]"u8);
        if (tools.Find(static tool => tool.MaxUses.IsPresent) is { } search)
            WriteMaxUses(ref json, search);
        if (request.ToolChoice is not { } choice)
            return;
        WriteChoice(ref json, choice, tools.Find(tool => tool.Name.SameAs(choice.Name, request.Body.Span)));
        if (!choice.OneAtATime)
            return;
        if (route.Refuses(RequestOption.ParallelToolCalls))
            lost.Lose("disable_parallel_tool_use");
        else
            json.Raw(",\"parallel_tool_calls\":false"u8);
    }

    private static void WriteFunction(ref JsonWriter json, Tool tool, SchemaForm schemas)
    {
        json.Raw("{\"type\":\"function\",\"name\":"u8);
        ToolName.Write(ref json, tool.Name);
        if (tool.Description.IsPresent)
        {
            json.Raw(",\"description\":"u8);
            json.Text(tool.Description);
        }

        json.Raw(",\"parameters\":"u8);
        SchemaWriter.Write(ref json, tool.Schema, schemas);
        json.Raw(",\"strict\":false}"u8);
    }

    /// <summary>Sites that are to be left out have no place in this API.</summary>
    private static void WriteSearch(ref JsonWriter json, Tool tool, Degradation lost)
    {
        if (tool.BlockedDomains.IsPresent)
            lost.Lose("blocked_domains");
        json.Raw("{\"type\":\"web_search\""u8);
        if (tool.AllowedDomains.IsPresent)
        {
            json.Raw(",\"filters\":{\"allowed_domains\":"u8);
            json.Value(tool.AllowedDomains);
            json.Raw("}"u8);
        }

        if (tool.UserLocation.IsPresent)
        {
            json.Raw(",\"user_location\":"u8);
            json.Value(tool.UserLocation);
        }

        json.Raw("}"u8);
    }

    private static void WriteMaxUses(ref JsonWriter json, Tool search)
    {
        json.Raw(",\"max_tool_calls\":"u8);
        json.Value(search.MaxUses);
    }

    /// <param name="chosen">The tool of the choice's name; null when it is not on offer.</param>
    private static void WriteChoice(ref JsonWriter json, ToolChoice choice, Tool? chosen)
    {
        switch (choice.Kind)
        {
            case ToolChoiceKind.Auto: json.Raw(",\"tool_choice\":\"auto\""u8); break;
            case ToolChoiceKind.Any: json.Raw(",\"tool_choice\":\"required\""u8); break;
            case ToolChoiceKind.None: json.Raw(",\"tool_choice\":\"none\""u8); break;
            case ToolChoiceKind.Tool when chosen is { IsFunction: true }:
                json.Raw(",\"tool_choice\":{\"type\":\"function\",\"name\":"u8);
                ToolName.Write(ref json, choice.Name);
                json.Raw("}"u8);
                break;
            case ToolChoiceKind.Tool when chosen is not null:
                json.Raw(",\"tool_choice\":{\"type\":\"allowed_tools\",\"mode\":\"required\",\"tools\":[{\"type\":\"web_search\"}]}"u8);
                break;
        }
    }
}
