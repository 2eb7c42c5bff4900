using System.Security.Cryptography;
using System.Text;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes the request's options, as the upstream and its model take them.</summary>
internal static class OptionsWriter
{
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        foreach (var option in request.UnreadOptions) lost.Lose(option);
        json.Raw(route.Reasoning ? ",\"max_completion_tokens\":"u8 : ",\"max_tokens\":"u8);
        json.Number(Math.Min(request.MaxTokens, route.MaxOutputTokens ?? int.MaxValue));
        if (request.MaxTokens > route.MaxOutputTokens) lost.Fit("max_tokens");
        if (route.Reasoning) WriteReasoning(ref json, request, route);
        if (route.Reasoning) LoseSampling(json, request, lost);
        else WriteSampling(ref json, request, lost);
        if (request.OutputSchema.IsPresent) WriteOutputSchema(ref json, request);
        if (!request.UserId.IsEmpty) WriteUser(ref json, request.UserId);
        if (request.Stream) json.Raw(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"u8);
    }

    /// <summary>Models that cannot think answer 400 to an effort, and local servers too (reference 8.4).</summary>
    private static void WriteReasoning(ref JsonWriter json, MessagesRequest request, Route route)
    {
        var effort = ReasoningEffort.Of(request);
        if (effort.IsEmpty || !route.Dialect.TakesEffort) return;
        json.Raw(",\"reasoning_effort\":\""u8);
        json.Raw(effort);
        json.Raw("\""u8);
    }

    /// <summary>Reasoning models refuse all of these; at 1 temperature and top_p say nothing.</summary>
    private static void LoseSampling(in JsonWriter json, MessagesRequest request, Degradation lost)
    {
        if (request.Temperature.IsPresent && !request.Temperature.In(json.Source).SequenceEqual("1"u8)) lost.Lose("temperature");
        if (request.TopP.IsPresent && !request.TopP.In(json.Source).SequenceEqual("1"u8)) lost.Lose("top_p");
        if (!request.StopSequences.IsEmpty) lost.Lose("stop_sequences", request.StopSequences.Length);
    }

    private static void WriteSampling(ref JsonWriter json, MessagesRequest request, Degradation lost)
    {
        WriteNumber(ref json, ",\"temperature\":"u8, request.Temperature);
        WriteNumber(ref json, ",\"top_p\":"u8, request.TopP);
        if (request.StopSequences.IsEmpty) return;
        var most = ChatCompletions.MaxStopSequences;
        if (request.StopSequences.Length > most) lost.Lose("stop_sequences", request.StopSequences.Length - most);
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

    private static void WriteOutputSchema(ref JsonWriter json, MessagesRequest request)
    {
        json.Raw(",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"schema\":"u8);
        json.Value(request.OutputSchema);
        json.Raw("}}"u8);
    }

    /// <summary>OpenAI takes 64 letters; Claude Code's ids are longer, and name the account.</summary>
    private static void WriteUser(ref JsonWriter json, JsonText userId)
    {
        json.Raw(",\"user\":"u8);
        if (userId.Length <= ChatCompletions.MaxUserLength) json.Text(userId);
        else json.Text(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId.ToString(json.Source)))));
    }
}
