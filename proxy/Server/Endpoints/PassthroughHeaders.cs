using ClaudeCodeProxy.Upstream;
using Microsoft.AspNetCore.Http;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Chooses the headers that go through between a client and Anthropic's own API. What is not named here stays behind: the client's key, cookies, and
/// whatever belongs to one connection.
/// </summary>
internal static class PassthroughHeaders
{
    private static readonly string[] ToUpstream = ["accept", "idempotency-key", "x-app"];
    private static readonly string[] ToUpstreamByPrefix = ["anthropic-", "x-stainless-", "x-claude-code-"];
    private static readonly string[] ToClient = ["request-id", "retry-after", "retry-after-ms", "x-should-retry"];
    private static readonly string[] ToClientByPrefix = ["anthropic-"];

    public static IReadOnlyList<KeyValuePair<string, string>> ForUpstream(IHeaderDictionary client)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in client)
        {
            if (IsNamed(name, ToUpstream, ToUpstreamByPrefix))
                headers.Add(new(name, value.ToString()));
        }

        if (!client.ContainsKey("anthropic-version"))
            headers.Add(new("anthropic-version", ApiVersion.Standard));
        return headers;
    }

    public static void CopyToClient(UpstreamResponse response, IHeaderDictionary client)
    {
        foreach (var (name, value) in response.Headers)
        {
            if (IsNamed(name, ToClient, ToClientByPrefix) && HeaderText.IsPlain(value))
                client[name] = value;
        }
    }

    /// <summary>Without what no header may hold.</summary>
    public static string ContentType(UpstreamResponse response)
    {
        if (HeaderText.IsPlain(response.ContentType))
            return response.ContentType;
        return response.IsEventStream ? "text/event-stream" : "application/json";
    }

    private static bool IsNamed(string name, string[] names, string[] prefixes) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase) || prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
