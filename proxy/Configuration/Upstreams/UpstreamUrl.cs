using System.Net;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Configuration.Upstreams;

/// <summary>Reads and checks an upstream's base URL. A value is never repeated in a message: a URL may carry a password.</summary>
internal static class UpstreamUrl
{
    private const string VersionQuery = "?api-version=";

    /// <summary>What documentation shows at the end of a URL, and the proxy appends itself.</summary>
    private static readonly string[] ProtocolPaths = ["/chat/completions", "/responses", "/v1/messages"];

    /// <returns>The URL without its query, and the api-version that stood there, as Azure's portal shows it.</returns>
    public static (Uri Url, string? ApiVersion) Read(Settings settings, Variable variable, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            throw new ConfigurationException($"{variable.Name} is not a URL that begins with https:// or http://.");

        if (url.UserInfo.Length > 0)
            throw new ConfigurationException($"{variable.Name} holds a user name. Put the key into the variable for the key.");
        var version = ReadVersion(url, variable);
        if (ForbiddenAddress.Is(url.IdnHost))
            throw new ConfigurationException($"{variable.Name} names {url.Host}, a link-local or metadata address, which no upstream may have.");

        if (url.Scheme == "http" && !IsLoopback(url) && !settings.IsOn(Variable.AllowHttpUpstream))
        {
            throw new ConfigurationException(
                $"{variable.Name} sends prompts to {url.Host} over plain http. Use https, or set {Variable.AllowHttpUpstream.Name}=1 if the " +
                    "network between is yours.");
        }

        return (new Uri(WithoutProtocolPath(url.GetLeftPart(UriPartial.Path).TrimEnd('/'))), version);
    }

    /// <summary>Decided by the name or address itself, never by asking a resolver.</summary>
    public static bool IsLoopback(Uri url) =>
        url.IdnHost == "localhost" || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address));

    private static string? ReadVersion(Uri url, Variable variable)
    {
        if (url.Query.Length == 0 && url.Fragment.Length == 0)
            return null;
        var isVersion = url.Query.StartsWith(VersionQuery, StringComparison.Ordinal) && !url.Query.Contains('&', StringComparison.Ordinal);
        if (isVersion && url.Fragment.Length == 0 && ProviderKind.Detect(url) is Provider.Azure)
            return url.Query[VersionQuery.Length..];
        throw new ConfigurationException($"{variable.Name} has a query or fragment. Remove it.");
    }

    private static string WithoutProtocolPath(string url)
    {
        var path = Array.Find(ProtocolPaths, path => url.EndsWith(path, StringComparison.Ordinal));
        return path is null ? url : url[..^path.Length];
    }
}
