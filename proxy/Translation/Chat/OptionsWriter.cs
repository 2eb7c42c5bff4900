using System.Security.Cryptography;
using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes the request's options, as the upstream and its model take them.</summary>
internal static class OptionsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        foreach (var option in request.UnreadOptions) lost.Lose(option);
        json.Raw(route.Reasoning ? ",\"max_completion_tokens\":"u8 : ",\"max_tokens\":"u8);
        json.Number(Math.Min(request.MaxTokens, route.MaxOutputTokens ?? int.MaxValue));
        if (request.MaxTokens > route.MaxOutputTokens) lost.Fit("max_tokens");
        ReasoningWriter.Write(ref json, request, route);
        if (route.Reasoning || ModelEfforts.HasFixedSampling(route.UpstreamModel)) LoseNumbers(json, request, lost);
        else WriteNumbers(ref json, request);
        if (route.Reasoning) lost.LoseSome("stop_sequences", request.StopSequences.Length);
        else WriteStopSequences(ref json, request, lost);
        if (request.OutputSchema.IsPresent) WriteOutputSchema(ref json, request, route.Dialect);
        if (!request.UserId.IsEmpty && route.Dialect.TakesUser) WriteUser(ref json, request.UserId);
        if (Prefill.Exists(request)) WritePrefill(ref json, route.Dialect, lost);
        if (request.Stream) json.Raw(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"u8);
    }

    /// <summary>Reasoning models refuse both; at 1 they say nothing.</summary>
    public static void LoseNumbers(in JsonWriter json, MessagesRequest request, Degradation lost)
    {
        if (request.Temperature.IsPresent && !request.Temperature.In(json.Source).SequenceEqual("1"u8)) lost.Lose("temperature");
        if (request.TopP.IsPresent && !request.TopP.In(json.Source).SequenceEqual("1"u8)) lost.Lose("top_p");
    }

    public static void WriteNumbers(ref JsonWriter json, MessagesRequest request)
    {
        WriteNumber(ref json, ",\"temperature\":"u8, request.Temperature);
        WriteNumber(ref json, ",\"top_p\":"u8, request.TopP);
    }

    private static void WriteStopSequences(ref JsonWriter json, MessagesRequest request, Degradation lost)
    {
        if (request.StopSequences.IsEmpty) return;
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

    private static void WriteNumber(ref JsonWriter json, ReadOnlySpan<byte> name, JsonValue number)
    {
        if (!number.IsPresent) return;
        json.Raw(name);
        json.Value(number);
    }

    private static void WriteOutputSchema(ref JsonWriter json, MessagesRequest request, Dialect dialect)
    {
        if (!dialect.TakesOutputSchema)
        {
            json.Raw(",\"response_format\":{\"type\":\"json_object\"}"u8);
            return;
        }

        json.Raw(",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"schema\":"u8);
        if (dialect.Schemas == SchemaForm.Gemini) SchemaWriter.Write(ref json, request.OutputSchema, SchemaForm.Gemini);
        else json.Value(request.OutputSchema);
        json.Raw("}}"u8);
    }

    /// <summary>Where a provider has no word for it, the model may begin anew.</summary>
    private static void WritePrefill(ref JsonWriter json, Dialect dialect, Degradation lost)
    {
        if (dialect.Prefill == PrefillForm.ContinueFinalMessage) json.Raw(",\"add_generation_prompt\":false,\"continue_final_message\":true"u8);
        else if (dialect.Prefill == PrefillForm.Answered) lost.Lose("prefill");
    }

    /// <summary>OpenAI takes 64 letters; Claude Code's ids are longer, and name the account.</summary>
    public static void WriteUser(ref JsonWriter json, JsonText userId)
    {
        json.Raw(",\"user\":"u8);
        if (userId.Length <= ChatCompletions.MaxUserLength) json.Text(userId);
        else json.Text(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId.ToString(json.Source)))));
    }
}
