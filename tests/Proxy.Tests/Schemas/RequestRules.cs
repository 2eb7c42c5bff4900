using System.Text.Json;
using System.Text.RegularExpressions;

namespace Proxy.Tests.Schemas;

/// <summary>What OpenAI demands of a request in either protocol, and no schema says.</summary>
internal static partial class RequestRules
{
    public static void Holds(bool holds, string rule, JsonElement where)
    {
        if (!holds)
            throw new WireException($"broken rule: {rule}", where.GetRawText());
    }

    public static void CheckName(JsonElement named)
    {
        var name = named.GetProperty("name").GetString()!;
        Holds(Name().IsMatch(name), "a function's name is 1 to 64 letters, digits, _ and -", named);
    }

    public static void CheckArguments(JsonElement call)
    {
        var arguments = call.GetProperty("arguments").GetString()!;
        Holds(IsObject(arguments), "a call's arguments are one JSON object", call);
    }

    /// <param name="isFunction">A tool of this kind has a name, a choice of it too.</param>
    public static void CheckTools(JsonElement request, Func<JsonElement, JsonElement?> isFunction)
    {
        var hasTools = request.TryGetProperty("tools", out var tools);
        if (!hasTools)
        {
            Holds(!request.TryGetProperty("tool_choice", out _), "without tools there is no tool_choice", request);
            Holds(!request.TryGetProperty("parallel_tool_calls", out _), "without tools there is no parallel_tool_calls", request);
            return;
        }

        Holds(tools.GetArrayLength() > 0, "tools are at least one", request);
        var functions = tools.EnumerateArray().Select(isFunction).OfType<JsonElement>().ToList();
        functions.ForEach(CheckName);
        var names = functions.ConvertAll(function => function.GetProperty("name").GetString());
        Holds(names.Distinct().Count() == names.Count, "no two tools have one name", tools);
        if (request.TryGetProperty("tool_choice", out var choice) && choice.ValueKind == JsonValueKind.Object && isFunction(choice) is { } chosen)
            Holds(names.Contains(chosen.GetProperty("name").GetString()), "the chosen tool is on offer", choice);
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var value = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
            return value.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
