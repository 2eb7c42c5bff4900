using System.Text.Json;

namespace Proxy.Tests.Schemas;

/// <summary>Holds what the proxy sends upstream against everything that OpenAI demands of a request.</summary>
internal static class UpstreamRequest
{
    /// <summary>Throws <see cref="WireException"/> for a request that the provider would refuse. Requests in other protocols pass.</summary>
    /// <param name="path">The end of the path tells the protocol.</param>
    /// <param name="provider">Whose extra members are allowed; see <see cref="ProviderExtras"/>.</param>
    public static void Check(string body, string path, string provider)
    {
        if (path.EndsWith("/chat/completions", StringComparison.Ordinal))
            Check(body, provider, WireSchema.ChatRequest, ChatRequestRules.Check);
        if (path.EndsWith("/responses", StringComparison.Ordinal))
            Check(WithReasoningIds(body), provider, WireSchema.ResponsesRequest, ResponsesRequestRules.Check);
    }

    /// <summary>
    /// The client's types demand an id of reasoning; servers take what they did not store without one, and refuse ids that they do not know.
    /// </summary>
    private static string WithReasoningIds(string body) =>
        body.Replace("{\"type\":\"reasoning\",", "{\"type\":\"reasoning\",\"id\":\"rs_any\",", StringComparison.Ordinal);

    private static void Check(string body, string provider, WireSchema schema, Action<JsonElement> rules)
    {
        schema.Check(ProviderExtras.TakeOut(body, provider));
        using var request = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1000 });
        rules(request.RootElement);
        if (provider is not ("OpenAI" or "Azure"))
            CheckInstructions(request.RootElement);
        if (provider == "OpenAI")
            ModelRules.Check(request.RootElement);
    }

    /// <summary>As the chat templates of many models demand.</summary>
    private static void CheckInstructions(JsonElement request)
    {
        var messages = request.GetProperty(request.TryGetProperty("messages", out _) ? "messages" : "input");
        var late = messages.EnumerateArray().Skip(1)
            .Where(static message => message.TryGetProperty("role", out var role) && role.GetString() is "system" or "developer");
        RequestRules.Holds(!late.Any(), "a system message is the first", messages);
    }
}
