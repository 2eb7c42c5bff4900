using System.Text.Json;
using static Proxy.Tests.Schemas.RequestRules;

namespace Proxy.Tests.Schemas;

/// <summary>What OpenAI's chat completions demand of a request beside its shape: the order of messages, and options that go together.</summary>
internal static class ChatRequestRules
{
    public static void Check(JsonElement request)
    {
        CheckMessages(request.GetProperty("messages"));
        CheckTools(request, static tool => tool.TryGetProperty("function", out var function) ? function : null);
        if (request.TryGetProperty("stop", out var stop) && stop.ValueKind == JsonValueKind.Array)
            Holds(stop.GetArrayLength() is > 0 and <= 4, "stop has 1 to 4 sequences", stop);
        if (request.TryGetProperty("user", out var user))
            Holds(user.GetString()!.Length <= 64, "user has 64 letters at most", user);
        Holds(!(request.TryGetProperty("max_tokens", out _) && request.TryGetProperty("max_completion_tokens", out _)), "one limit of tokens",
            request);
        Holds(!request.TryGetProperty("stream_options", out _)
            || request.GetProperty("stream").ValueKind == JsonValueKind.True, "stream_options go with a stream", request);
    }

    private static void CheckMessages(JsonElement messages)
    {
        Holds(messages.GetArrayLength() > 0, "there is a message", messages);
        var open = new List<string>();
        foreach (var message in messages.EnumerateArray())
        {
            if (message.GetProperty("role").GetString() == "tool")
            {
                Holds(open.Remove(message.GetProperty("tool_call_id").GetString()!),
                    "a tool message answers a call of the assistant message before it, once", message);
                continue;
            }

            Holds(open.Count == 0, $"every call is answered directly after its message; {string.Join(", ", open)} is not", message);
            open.AddRange(CallsOf(message));
        }

        Holds(open.Count == 0, $"every call is answered; {string.Join(", ", open)} is not", messages);
    }

    private static List<string> CallsOf(JsonElement message)
    {
        if (message.GetProperty("role").GetString() != "assistant")
            return [];
        var hasCalls = message.TryGetProperty("tool_calls", out var calls);
        var hasContent = message.TryGetProperty("content", out var content) && content.ValueKind != JsonValueKind.Null;
        Holds(hasCalls || hasContent, "an assistant message has content or calls", message);
        if (!hasCalls)
            return [];
        Holds(calls.GetArrayLength() > 0, "tool_calls are at least one", message);
        foreach (var function in calls.EnumerateArray().Select(call => call.GetProperty("function")))
        {
            CheckName(function);
            CheckArguments(function);
        }

        var ids = calls.EnumerateArray().Select(call => call.GetProperty("id").GetString()!).ToList();
        Holds(ids.TrueForAll(id => id.Length > 0) && ids.Distinct().Count() == ids.Count, "calls have ids of their own", message);
        return ids;
    }
}
