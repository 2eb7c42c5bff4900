using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes the choice among tools, which both APIs say alike except for the form in which they name one.</summary>
internal static class ToolChoiceWriter
{
    public static void Write(ref JsonWriter json, OfferedTools offered, MessagesRequest request, Route route, Degradation lost)
    {
        switch (offered.Choice)
        {
            case ToolChoiceKind.Auto: json.Raw(",\"tool_choice\":\"auto\""u8); break;
            case ToolChoiceKind.Any: json.Raw(",\"tool_choice\":\"required\""u8); break;
            case ToolChoiceKind.None: json.Raw(",\"tool_choice\":\"none\""u8); break;
            case ToolChoiceKind.Tool when offered.Chosen is { IsFunction: true } chosen: WriteNamed(ref json, chosen, route.Api); break;
            case ToolChoiceKind.Tool when route.Api == Api.Responses:
                json.Raw(",\"tool_choice\":{\"type\":\"allowed_tools\",\"mode\":\"required\",\"tools\":[{\"type\":\"web_search\"}]}"u8);
                break;
        }

        if (request.ToolChoice is not { OneAtATime: true })
            return;
        if (route.Refuses(RequestOption.ParallelToolCalls))
            lost.Lose("disable_parallel_tool_use");
        else
            json.Raw(",\"parallel_tool_calls\":false"u8);
    }

    private static void WriteNamed(ref JsonWriter json, Tool tool, Api api)
    {
        json.Raw(api == Api.Responses ? ",\"tool_choice\":{\"type\":\"function\",\"name\":"u8
            : ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":"u8);
        ToolName.Write(ref json, tool.Name);
        json.Raw(api == Api.Responses ? "}"u8 : "}}"u8);
    }
}
