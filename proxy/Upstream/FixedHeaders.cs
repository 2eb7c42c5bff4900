using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Lists the headers that an upstream is sent with every request.</summary>
internal static class FixedHeaders
{
    private const string UserAgent = "User-Agent";

    public static IReadOnlyList<KeyValuePair<string, string>> Create(UpstreamOptions options)
    {
        var headers = new List<KeyValuePair<string, string>>();
        headers.AddRange(options.Headers.Select(header => KeyValuePair.Create(header.Name, header.Value)));
        if (options.Key is { } key)
            headers.Add(Credential(options, key));
        if (!options.Headers.Any(header => header.Name.Equals(UserAgent, StringComparison.OrdinalIgnoreCase)))
            headers.Add(new(UserAgent, ProductVersion.UserAgent));
        if (options.Provider != Provider.OpenRouter)
            return headers;
        if (options.AppUrl is not null)
            headers.Add(new("HTTP-Referer", options.AppUrl));
        if (options.AppName is not null)
            headers.Add(new("X-Title", options.AppName));
        return headers;
    }

    private static KeyValuePair<string, string> Credential(UpstreamOptions options, Secret key)
    {
        if (options.IsAnthropic)
            return new("x-api-key", key.Reveal());
        return options.Provider == Provider.Azure ? new("api-key", key.Reveal()) : new("Authorization", "Bearer " + key.Reveal());
    }
}
