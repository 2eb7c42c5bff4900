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

    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        if (RequestedEffort.FromRequest(request, route) is not { } effort)
            return;
        if (route.Refuses(RequestOption.Reasoning))
        {
            lost.Fit("thinking");
            return;
        }

        if (WriteForm(ref json, request, route, effort) && effort.IsOff && request.Thinking is not (null or { Kind: ThinkingKind.Disabled }))
            lost.Fit("thinking");
    }

    /// <summary>True when something was written.</summary>
    private static bool WriteForm(ref JsonWriter json, MessagesRequest request, Route route, RequestedEffort effort)
    {
        return route.Dialect.Reasoning switch
        {
            ReasoningForm.EffortIfAsked =>
                WriteEffort(ref json, effort.Level.Nearest([EffortLevel.None, EffortLevel.Low, EffortLevel.Medium, EffortLevel.High])),
            ReasoningForm.OpenRouter => WriteOpenRouter(ref json, request, route, effort),
            ReasoningForm.DeepSeek => WriteDeepSeek(ref json, request, effort),
            ReasoningForm.Moonshot => effort.IsOff && route.Traits.CanStopThinking == true && WriteThinking(ref json, "disabled"u8),
            ReasoningForm.Gemini => WriteEffort(ref json, effort.Level.Nearest(route.Efforts)),
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
        var known = route.Traits.Efforts ?? EffortLevels.Common;
        json.Raw(",\"reasoning\":{"u8);
        if (effort.IsOff && (!route.Reasons || known is [] or [EffortLevel.None, ..]))
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
}
