using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>
/// Writes what follows the model's name in a request for a response. Nothing is stored with the provider: the client keeps the conversation.
/// </summary>
internal static class ResponsesRequestWriter
{
    /// <summary>A request for fewer is refused.</summary>
    private const int LeastOutputTokens = 16;

    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        json.Raw(",\"input\":["u8);
        new ConversationWriter(request, route, new ResponsesTurnWriter(route)).Write(ref json);
        json.Raw("]"u8);
        var offered = OfferedTools.Select(request, route, lost);
        if (offered.Tools.Count > 0)
            ResponsesToolsWriter.Write(ref json, request, route, offered, lost);
        foreach (var option in request.UnreadOptions)
            lost.Lose(option);
        json.Raw(",\"max_output_tokens\":"u8);
        json.Number(OutputLimit.Find(request, route, LeastOutputTokens, lost));
        WriteReasoning(ref json, request, route, lost);
        SamplingWriter.Write(ref json, request, route, lost);
        // This API has no stop sequences.
        lost.LoseSome("stop_sequences", request.StopSequences.Length);
        if (Prefill.Exists(request))
            lost.Lose("prefill");
        if (request.OutputSchema.IsPresent && !route.Refuses(RequestOption.OutputSchema))
            WriteOutputSchema(ref json, request, route, lost);
        ServiceOptionsWriter.Write(ref json, request, route, lost);
        if (!route.Refuses(RequestOption.Store))
            json.Raw(",\"store\":false"u8);
        var hasThinking = route.Reasons && !route.Refuses(RequestOption.Reasoning | RequestOption.EncryptedReasoning);
        WriteInclude(ref json, hasThinking, offered.Tools.Exists(static tool => !tool.IsFunction));
        if (request.Stream && route.Refuses(RequestOption.Stream))
            lost.Fit("stream");
        else if (request.Stream)
            json.Raw(",\"stream\":true"u8);
    }

    private static void WriteReasoning(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        if (RequestedEffort.FromRequest(request, route) is not { } effort || effort.ForOpenAI(request, route) is not { } level)
            return;
        if (route.Refuses(RequestOption.Reasoning))
        {
            lost.Fit("thinking");
            return;
        }

        json.Raw(",\"reasoning\":{\"effort\":\""u8);
        json.Raw(level.Name());
        json.Raw("\""u8);
        if (!effort.IsOff && request.Thinking is null or { Display: ThinkingDisplay.Summarized })
            WriteSummary(ref json, route, lost);
        json.Raw("}"u8);
    }

    private static void WriteSummary(ref JsonWriter json, Route route, Degradation lost)
    {
        if (route.Refuses(RequestOption.ReasoningSummary))
            lost.Fit("thinking_summary");
        else
            json.Raw(",\"summary\":\"auto\""u8);
    }

    private static void WriteOutputSchema(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        json.Raw(",\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"answer\",\"schema\":"u8);
        SchemaMember.WriteForResponse(ref json, request.OutputSchema, route, lost);
        json.Raw("}}"u8);
    }

    /// <summary>What is not stored must come with the response, to be sent again with the next request.</summary>
    private static void WriteInclude(ref JsonWriter json, bool hasThinking, bool hasSearch)
    {
        if (!hasThinking && !hasSearch)
            return;
        json.Raw(",\"include\":["u8);
        if (hasThinking)
            json.Raw("\"reasoning.encrypted_content\""u8);
        if (hasThinking && hasSearch)
            json.Raw(","u8);
        if (hasSearch)
            json.Raw("\"web_search_call.action.sources\""u8);
        json.Raw("]"u8);
    }
}
