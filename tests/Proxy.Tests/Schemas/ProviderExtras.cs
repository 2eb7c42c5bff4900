using System.Text.Json.Nodes;

namespace Proxy.Tests.Schemas;

/// <summary>What a provider takes beyond OpenAI's protocol, one line each. Every other provider is held to OpenAI's schema.</summary>
internal static class ProviderExtras
{
    /// <summary>
    /// Names of <c>Provider</c>, and paths in which <c>*</c> is each element, and a last name in an array its elements of that type.
    /// </summary>
    private static readonly (string Provider, string Path)[] Known =
    [
        ("DeepSeek", "messages.*.reasoning_content"),
        ("Moonshot", "messages.*.reasoning_content"),
        ("Ollama", "messages.*.reasoning_content"),
        ("LmStudio", "messages.*.reasoning_content"),
        ("VLlm", "messages.*.reasoning_content"),
        ("Unknown", "messages.*.reasoning_content"),
        ("Mistral", "messages.*.prefix"),
        ("Gemini", "messages.*.tool_calls.*.extra_content"),
        ("OpenRouter", "messages.*.reasoning_details"),
        ("OpenRouter", "reasoning"),
        ("OpenRouter", "tools.openrouter:web_search"),
        ("DeepSeek", "thinking"),
        ("Moonshot", "thinking"),
        ("Moonshot", "messages.*.partial"),
        ("VLlm", "add_generation_prompt"),
        ("VLlm", "continue_final_message"),
    ];

    /// <summary>The request as it would be for OpenAI.</summary>
    public static string TakeOut(string request, string provider)
    {
        var extras = Known.Where(extra => extra.Provider == provider).ToArray();
        if (extras.Length == 0)
            return request;
        var json = JsonNode.Parse(request);
        foreach (var extra in extras)
            TakeOut(json, extra.Path.Split('.'));
        if (json!["tools"] is JsonArray { Count: 0 })
            json.AsObject().Remove("tools");
        return json.ToJsonString();
    }

    private static void TakeOut(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path is ["*", ..] && node is JsonArray elements)
        {
            foreach (var element in elements)
                TakeOut(element, path[1..]);
        }
        else if (node is JsonArray typed && path is [var type])
        {
            typed.RemoveAll(element => (string?)element!["type"] == type);
        }
        else if (node is JsonObject members && path is [var last])
        {
            members.Remove(last);
        }
        else if (node is JsonObject parent && path is [var first, ..])
        {
            TakeOut(parent[first], path[1..]);
        }
    }
}
