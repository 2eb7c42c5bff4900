using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>Writes the tools on offer and the client's choice among them. Functions are not strict, as this API would make them unasked.</summary>
internal static class ResponsesToolsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, OfferedTools offered, Degradation lost)
    {
        json.Raw(",\"tools\":["u8);
        foreach (var tool in offered.Tools)
        {
            json.Comma();
            if (tool.IsFunction)
                WriteFunction(ref json, tool, route, lost);
            else
                WriteSearch(ref json, tool.Settings, lost);
        }

        json.Raw("]"u8);
        if (offered.Tools.Find(static tool => tool.Settings.MaxUses.IsPresent) is { } search)
            WriteMaxUses(ref json, search.Settings);
        ToolChoiceWriter.Write(ref json, offered, request, route, lost);
    }

    private static void WriteFunction(ref JsonWriter json, Tool tool, Route route, Degradation lost)
    {
        json.Raw("{\"type\":\"function\","u8);
        FunctionWriter.Write(ref json, tool, route, lost);
        json.Raw(route.Refuses(RequestOption.Strict) ? "}"u8 : ",\"strict\":false}"u8);
    }

    /// <summary>Sites that are to be left out have no place in this API.</summary>
    private static void WriteSearch(ref JsonWriter json, ToolSettings search, Degradation lost)
    {
        if (search.BlockedDomains.IsPresent)
            lost.Lose("blocked_domains");
        json.Raw("{\"type\":\"web_search\""u8);
        if (search.AllowedDomains.IsPresent)
        {
            json.Raw(",\"filters\":{\"allowed_domains\":"u8);
            json.Value(search.AllowedDomains);
            json.Raw("}"u8);
        }

        if (search.UserLocation.IsPresent)
        {
            json.Raw(",\"user_location\":"u8);
            json.Value(search.UserLocation);
        }

        json.Raw("}"u8);
    }

    private static void WriteMaxUses(ref JsonWriter json, ToolSettings search)
    {
        json.Raw(",\"max_tool_calls\":"u8);
        json.Value(search.MaxUses);
    }
}
