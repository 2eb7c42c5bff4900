using System.Net;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Configuration.Upstreams;

/// <summary>Decides by HTTP_PROXY, HTTPS_PROXY and NO_PROXY whether the upstream is reached through a forward proxy.</summary>
internal static class ForwardProxies
{
    public static Uri? Choose(Settings settings, Uri upstream)
    {
        var variable = upstream.Scheme == "https" ? Variable.HttpsProxy : Variable.HttpProxy;
        if (settings.FindInEitherCase(variable) is not { } text || upstream.IsLoopback)
            return null;
        if (IsExempt(upstream, settings.FindInEitherCase(Variable.NoProxy) ?? ""))
            return null;
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "http://" + text;
        if (Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy.Scheme is "http" or "https" or "socks5")
            return proxy;
        throw new ConfigurationException($"{variable.Name} is not the URL of a proxy (http://host:port).");
    }

    private static bool IsExempt(Uri upstream, string noProxy) =>
        noProxy.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(entry => Matches(upstream, entry));

    /// <summary>An entry is <c>*</c>, a host, a domain with or without its leading dot, an address, or a network; a port may follow a host.</summary>
    private static bool Matches(Uri upstream, string entry)
    {
        if (entry == "*")
            return true;
        if (IPAddress.TryParse(upstream.IdnHost, out var address) && IPNetwork.TryParse(entry, out var network))
            return network.Contains(address);
        var colon = entry.LastIndexOf(':');
        if (colon > 0 && int.TryParse(entry[(colon + 1)..], out var port) && !IPAddress.TryParse(entry, out _))
        {
            if (port != upstream.Port)
                return false;
            entry = entry[..colon];
        }

        var name = entry.TrimStart('*').TrimStart('.').Trim('[', ']').ToLowerInvariant();
        return upstream.IdnHost == name || upstream.IdnHost.EndsWith("." + name, StringComparison.Ordinal);
    }
}
