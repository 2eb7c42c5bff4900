using System.Collections.Immutable;
using System.Net;
using ClaudeCodeProxy.Translation;

namespace ClaudeCodeProxy.Configuration;

/// <summary>The upstream that requests go to, checked once at the start.</summary>
internal sealed record UpstreamOptions
{
    /// <summary>What models' names begin with to be sent here; empty for the default upstream.</summary>
    public string Id { get; init; } = "";

    /// <summary>The protocol's path is appended to it.</summary>
    public required Uri BaseUrl { get; init; }

    public required Provider Provider { get; init; }

    /// <summary>The protocol to speak; null to choose by provider and model.</summary>
    public Api? Api { get; init; }

    /// <summary>Azure's <c>api-version</c>; null for the one that this version was made for.</summary>
    public string? ApiVersion { get; init; }

    public ImmutableArray<UpstreamHeader> Headers { get; init; } = [];

    public Secret? Key { get; init; }

    public string? AppName { get; init; }

    public string? AppUrl { get; init; }

    public Uri? ForwardProxy { get; init; }

    /// <summary>PEM file of the authorities to trust; null for the system's.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The upstream's host, and port unless it is the scheme's own: what logs may name.</summary>
    public string Name => BaseUrl.Authority;

    public static UpstreamOptions Read(Settings settings)
    {
        var url = ReadUrl(settings);
        var key = KeyFile.Read(settings, Variable.OpenAIKey, Variable.OpenAIKeyFile);
        if (key is null && !IsLoopback(url))
        {
            throw new ConfigurationException(
                $"OPENAI_API_KEY is not set and {url.Host} is not on this machine. Set it, or OPENAI_API_KEY_FILE; any text will do for a server that asks for none.");
        }

        return new UpstreamOptions
        {
            BaseUrl = url,
            Provider = Detect(url),
            Key = key,
            AppName = settings.Find(Variable.AppName),
            AppUrl = settings.Find(Variable.AppUrl),
            ForwardProxy = ForwardProxies.Choose(settings, url),
            CertificateFile = settings.Find(Variable.CertificateFile),
        };
    }

    private static Uri ReadUrl(Settings settings)
    {
        var text = settings.Find(Variable.BaseUrl) ?? Variable.BaseUrl.Default;
        // The value is not repeated in these messages: a URL may carry a password.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            throw new ConfigurationException("OPENAI_BASE_URL is not a URL that begins with https:// or http://.");
        }

        if (url.UserInfo.Length > 0) throw new ConfigurationException("OPENAI_BASE_URL holds a user name. Put the key into OPENAI_API_KEY.");
        if (url.Query.Length > 0 || url.Fragment.Length > 0) throw new ConfigurationException("OPENAI_BASE_URL has a query or fragment. Remove it.");
        if (url.Scheme == "http" && !IsLoopback(url) && !settings.IsOn(Variable.AllowHttpUpstream))
        {
            throw new ConfigurationException(
                $"OPENAI_BASE_URL sends prompts to {url.Host} over plain http. Use https, or set PROXY_ALLOW_HTTP_UPSTREAM=1 if the network between is yours.");
        }

        return url;
    }

    private static Provider Detect(Uri url) => url.IdnHost switch
    {
        "api.openai.com" => Provider.OpenAI,
        "openrouter.ai" => Provider.OpenRouter,
        var host when host.EndsWith(".openrouter.ai", StringComparison.Ordinal) => Provider.OpenRouter,
        _ when IsLoopback(url) => Provider.Ollama,
        _ => Provider.Unknown,
    };

    /// <summary>Decided by the name or address itself, never by asking a resolver.</summary>
    private static bool IsLoopback(Uri url) =>
        url.IdnHost == "localhost" || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address));
}
