using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes the reasoning effort in its provider's form; nothing where the client asked for nothing.</summary>
internal static class ChatReasoningWriter
{
    private const int LeastBudget = 1024;

    /// <summary>True when something was written; <see cref="Route.LeavesOutReasoning"/> is the request without it.</summary>
    public static bool Write(ref JsonWriter json, MessagesRequest request, Route route)
    {
        if (route.LeavesOutReasoning)
            return false;
        if (RequestedEffort.FromRequest(request) is not { } wish)
            return false;
        return route.Dialect.Reasoning switch
        {
            ReasoningForm.EffortIfAsked =>
                WriteEffort(ref json, wish.Level.Nearest([EffortLevel.None, EffortLevel.Low, EffortLevel.Medium, EffortLevel.High])),
            ReasoningForm.OpenRouter => WriteOpenRouter(ref json, request, route, wish),
            ReasoningForm.DeepSeek => WriteDeepSeek(ref json, request, wish),
            ReasoningForm.Moonshot => wish.IsOff && ModelEfforts.IsKimiWithoutThoughts(route.UpstreamModel) && WriteThinking(ref json, "disabled"u8),
            ReasoningForm.Gemini => WriteEffort(ref json, GeminiLevel(route.UpstreamModel, wish.Level)),
            _ => WriteEffort(ref json, wish.ForOpenAI(request, route)),
        };
    }

    private static bool WriteEffort(ref JsonWriter json, EffortLevel? level)
    {
        if (level is not { } known)
            return false;
        json.Raw(",\"reasoning_effort\":\""u8);
        json.Raw(known.Name());
        json.Raw("\""u8);
        return true;
    }

    /// <summary>
    /// Exactly one of effort and max_tokens. A model that always thinks refuses to be switched off: its thoughts are kept short and out of sight.
    /// </summary>
    private static bool WriteOpenRouter(ref JsonWriter json, MessagesRequest request, Route route, RequestedEffort wish)
    {
        var known = ModelEfforts.Find(route.UpstreamModel);
        json.Raw(",\"reasoning\":{"u8);
        if (wish.IsOff && (!route.Reasoning || known.IsEmpty || known[0] == EffortLevel.None))
        {
            json.Raw("\"enabled\":false"u8);
        }
        else if (wish.Budget >= LeastBudget && wish.Budget < request.MaxTokens)
        {
            json.Raw("\"max_tokens\":"u8);
            json.Number(wish.Budget);
        }
        else
        {
            json.Raw("\"effort\":\""u8);
            json.Raw((wish.IsOff ? known[0] : wish.Level > EffortLevel.XHigh ? EffortLevel.XHigh : wish.Level).Name());
            json.Raw(wish.IsOff ? "\",\"exclude\":true"u8 : "\""u8);
        }

        json.Raw("}"u8);
        return true;
    }

    private static bool WriteDeepSeek(ref JsonWriter json, MessagesRequest request, RequestedEffort wish)
    {
        if (wish.IsOff)
            return WriteThinking(ref json, "disabled"u8);
        WriteThinking(ref json, "enabled"u8);
        if (!request.Effort.IsEmpty)
            WriteEffort(ref json, DeepSeekLevel(wish.Level));
        return true;
    }

    /// <summary>As DeepSeek itself takes the levels that it does not have.</summary>
    private static EffortLevel DeepSeekLevel(EffortLevel wanted) => wanted switch
    {
        <= EffortLevel.Low => EffortLevel.Low,
        EffortLevel.Max => EffortLevel.Max,
        _ => EffortLevel.High,
    };

    private static bool WriteThinking(ref JsonWriter json, ReadOnlySpan<byte> type)
    {
        json.Raw(",\"thinking\":{\"type\":\""u8);
        json.Raw(type);
        json.Raw("\"}"u8);
        return true;
    }

    private static EffortLevel? GeminiLevel(string model, EffortLevel wanted)
    {
        if (!ModelEfforts.IsThinkingGemini(model))
            return null;
        return ModelEfforts.IsGeminiWithoutThoughts(model)
            ? wanted.Nearest([EffortLevel.None, EffortLevel.Low, EffortLevel.Medium, EffortLevel.High])
            : wanted.Nearest([EffortLevel.Low, EffortLevel.Medium, EffortLevel.High]);
    }
}
