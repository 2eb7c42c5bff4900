using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes the request's options, as the upstream and its model take them.</summary>
internal static class ChatOptionsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        foreach (var option in request.UnreadOptions)
            lost.Lose(option);
        json.Raw(TakesCompletionTokens(route) ? ",\"max_completion_tokens\":"u8 : ",\"max_tokens\":"u8);
        json.Number(OutputLimit.Find(request, route, least: 1, lost));
        ChatReasoningWriter.Write(ref json, request, route, lost);
        SamplingWriter.Write(ref json, request, route, lost);
        if (route.Reasons || route.Refuses(RequestOption.Stop))
            lost.LoseSome("stop_sequences", request.StopSequences.Length);
        else
            WriteStopSequences(ref json, request, lost);
        if (request.OutputSchema.IsPresent)
            WriteOutputSchema(ref json, request, route, lost);
        ServiceOptionsWriter.Write(ref json, request, route, lost);
        if (Prefill.Exists(request))
            WritePrefill(ref json, route.Dialect, lost);
        if (request.Stream)
            WriteStream(ref json, route, lost);
    }

    private static void WriteStream(ref JsonWriter json, Route route, Degradation lost)
    {
        if (route.Refuses(RequestOption.Stream))
        {
            lost.Fit("stream");
            return;
        }

        json.Raw(",\"stream\":true"u8);
        if (!route.Refuses(RequestOption.StreamOptions))
            json.Raw(",\"stream_options\":{\"include_usage\":true}"u8);
        else if (!route.Dialect.Refuses.HasFlag(RequestOption.StreamOptions))
            lost.Fit("stream_options");
    }

    private static bool TakesCompletionTokens(Route route) =>
        route.Refuses(RequestOption.MaxTokens) || (route.Reasons && !route.Refuses(RequestOption.MaxCompletionTokens));

    private static void WriteStopSequences(ref JsonWriter json, MessagesRequest request, Degradation lost)
    {
        if (request.StopSequences.IsEmpty)
            return;
        var most = ChatCompletions.MaxStopSequences;
        lost.LoseSome("stop_sequences", request.StopSequences.Length - most);
        json.Raw(",\"stop\":["u8);
        foreach (var sequence in request.StopSequences.AsSpan()[..Math.Min(request.StopSequences.Length, most)])
        {
            json.Comma();
            json.Text(sequence);
        }

        json.Raw("]"u8);
    }

    private static void WriteOutputSchema(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        if (route.Refuses(RequestOption.OutputSchema))
        {
            json.Raw(",\"response_format\":{\"type\":\"json_object\"}"u8);
            return;
        }

        json.Raw(",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"schema\":"u8);
        SchemaMember.WriteForResponse(ref json, request.OutputSchema, route, lost);
        json.Raw("}}"u8);
    }

    /// <summary>Where a provider has no option for it, the model may start over.</summary>
    private static void WritePrefill(ref JsonWriter json, Dialect dialect, Degradation lost)
    {
        if (dialect.Prefill == PrefillForm.ContinueFinalMessage)
            json.Raw(",\"add_generation_prompt\":false,\"continue_final_message\":true"u8);
        else if (dialect.Prefill == PrefillForm.EarlierResponse)
            lost.Lose("prefill");
    }
}
