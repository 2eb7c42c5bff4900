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
        if (RequestedEffort.FromRequest(request) is not { } effort)
            return false;
        return route.Dialect.Reasoning switch
        {
            ReasoningForm.EffortIfAsked =>
                WriteEffort(ref json, effort.Level.Nearest([EffortLevel.None, EffortLevel.Low, EffortLevel.Medium, EffortLevel.High])),
            ReasoningForm.OpenRouter => WriteOpenRouter(ref json, request, route, effort),
            ReasoningForm.DeepSeek => WriteDeepSeek(ref json, request, effort),
            ReasoningForm.Moonshot => effort.IsOff && ModelEfforts.CanKimiStopThinking(route.UpstreamModel) && WriteThinking(ref json, "disabled"u8),
            ReasoningForm.Gemini => WriteEffort(ref json, GeminiLevel(route.UpstreamModel, effort.Level)),
            _ => WriteEffort(ref json, effort.ForOpenAI(request, route)),
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
    /// Exactly one of effort and max_tokens. A model that always thinks refuses to stop: its reasoning is kept short and out of sight.
    /// </summary>
    private static bool WriteOpenRouter(ref JsonWriter json, MessagesRequest request, Route route, RequestedEffort effort)
    {
        var known = ModelEfforts.Find(route.UpstreamModel);
        json.Raw(",\"reasoning\":{"u8);
        if (effort.IsOff && (!route.Reasoning || known.IsEmpty || known[0] == EffortLevel.None))
        {
            json.Raw("\"enabled\":false"u8);
        }
        else if (effort.Budget >= LeastBudget && effort.Budget < request.MaxTokens)
        {
            json.Raw("\"max_tokens\":"u8);
            json.Number(effort.Budget);
        }
        else
        {
            json.Raw("\"effort\":\""u8);
            json.Raw((effort.IsOff ? known[0] : effort.Level > EffortLevel.XHigh ? EffortLevel.XHigh : effort.Level).Name());
            json.Raw(effort.IsOff ? "\",\"exclude\":true"u8 : "\""u8);
        }

        json.Raw("}"u8);
        return true;
    }

    private static bool WriteDeepSeek(ref JsonWriter json, MessagesRequest request, RequestedEffort effort)
    {
        if (effort.IsOff)
            return WriteThinking(ref json, "disabled"u8);
        WriteThinking(ref json, "enabled"u8);
        if (!request.Effort.IsEmpty)
            WriteEffort(ref json, DeepSeekLevel(effort.Level));
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
        return ModelEfforts.CanGeminiStopThinking(model)
            ? wanted.Nearest([EffortLevel.None, EffortLevel.Low, EffortLevel.Medium, EffortLevel.High])
            : wanted.Nearest([EffortLevel.Low, EffortLevel.Medium, EffortLevel.High]);
    }
}
