using System.Text.Json;
using static Proxy.Tests.Schemas.RequestRules;

namespace Proxy.Tests.Schemas;

/// <summary>
/// What OpenAI's responses demand of a request beside its shape: each call before its output, thoughts before what they led to, and options that go
/// together.
/// </summary>
internal static class ResponsesRequestRules
{
    public static void Check(JsonElement request)
    {
        if (request.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Array)
            CheckInput(input);
        CheckTools(request, static tool => tool.GetProperty("type").GetString() == "function" ? tool : null);
    }

    private static void CheckInput(JsonElement input)
    {
        Holds(input.GetArrayLength() > 0, "there is an item", input);
        var called = new HashSet<string>();
        var answered = new HashSet<string>();
        foreach (var item in input.EnumerateArray())
        {
            switch (item.TryGetProperty("type", out var type) ? type.GetString() : "message")
            {
                case "function_call":
                    CheckName(item);
                    CheckArguments(item);
                    Holds(called.Add(item.GetProperty("call_id").GetString()!), "calls have ids of their own", item);
                    break;
                case "function_call_output":
                    Holds(called.Contains(item.GetProperty("call_id").GetString()!), "an output follows its call", item);
                    Holds(answered.Add(item.GetProperty("call_id").GetString()!), "a call has one output", item);
                    break;
            }
        }

        CheckThoughts(input);
        called.ExceptWith(answered);
        Holds(called.Count == 0, $"every call has its output; {string.Join(", ", called)} has none", input);
    }

    private static void CheckThoughts(JsonElement input)
    {
        var types = input.EnumerateArray()
            .Select(static item => item.TryGetProperty("type", out var type) ? type.GetString() : item.GetProperty("role").GetString()).ToArray();
        for (var index = 0; index < types.Length; index++)
        {
            if (types[index] == "reasoning")
            {
                Holds(types.Skip(index + 1).FirstOrDefault() is "reasoning" or "function_call" or "assistant", "thoughts come with what they led to",
                    input[index]);
            }
        }
    }
}
