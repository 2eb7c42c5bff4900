using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Lists the headers that an upstream is sent with every request.</summary>
internal static class FixedHeaders
{
    private const string UserAgent = "User-Agent";
    private const string AcceptEncoding = "Accept-Encoding";

    public static IReadOnlyList<KeyValuePair<string, string>> Create(UpstreamOptions options)
    {
        var headers = new List<KeyValuePair<string, string>>();
        headers.AddRange(options.Headers.Select(header => KeyValuePair.Create(header.Name, header.Value)));
        AddUnlessConfigured(UserAgent, ProductVersion.UserAgent);
        // Compressed events would wait for each other.
        AddUnlessConfigured(AcceptEncoding, "identity");
        if (options.Provider != Provider.OpenRouter)
            return headers;
        if (options.AppUrl is not null)
            headers.Add(new("HTTP-Referer", options.AppUrl));
        if (options.AppName is not null)
            headers.Add(new("X-Title", options.AppName));
        return headers;

        void AddUnlessConfigured(string name, string value)
        {
            if (!options.Headers.Any(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                headers.Add(new(name, value));
        }
    }

    /// <summary>The header of each key, of which a request is sent one.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Credentials(UpstreamOptions options) =>
        options.Keys.Select(key => Credential(options, key));

    private static KeyValuePair<string, string> Credential(UpstreamOptions options, Secret key)
    {
        if (options.IsAnthropic)
            return new("x-api-key", key.Reveal());
        return options.Provider == Provider.Azure ? new("api-key", key.Reveal()) : new("Authorization", "Bearer " + key.Reveal());
    }
}
