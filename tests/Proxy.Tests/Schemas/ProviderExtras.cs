using System.Text.Json.Nodes;

namespace Proxy.Tests.Schemas;

/// <summary>What a provider takes beyond OpenAI's protocol, one line each. Every other provider is held to OpenAI's schema.</summary>
internal static class ProviderExtras
{
    /// <summary>Names of <c>Provider</c>, and paths in which <c>*</c> is each element.</summary>
    private static readonly (string Provider, string Path)[] Known =
    [
        ("DeepSeek", "messages.*.reasoning_content"),
        ("Moonshot", "messages.*.reasoning_content"),
        ("Gemini", "messages.*.tool_calls.*.extra_content"),
        ("OpenRouter", "messages.*.reasoning_details"),
        ("OpenRouter", "reasoning"),
        ("OpenRouter", "plugins"),
    ];

    /// <summary>The request as it would be for OpenAI.</summary>
    public static string TakeOut(string request, string provider)
    {
        var extras = Known.Where(extra => extra.Provider == provider).ToArray();
        if (extras.Length == 0) return request;
        var json = JsonNode.Parse(request);
        foreach (var extra in extras) TakeOut(json, extra.Path.Split('.'));
        return json!.ToJsonString();
    }

    private static void TakeOut(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path is ["*", ..] && node is JsonArray elements)
        {
            foreach (var element in elements) TakeOut(element, path[1..]);
        }
        else if (node is JsonObject members && path is [var last]) members.Remove(last);
        else if (node is JsonObject parent && path is [var first, ..]) TakeOut(parent[first], path[1..]);
    }
}
