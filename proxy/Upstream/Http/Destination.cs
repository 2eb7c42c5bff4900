using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>A server that is asked, and the way there.</summary>
/// <param name="server">Its scheme, host and port count.</param>
/// <param name="forwardProxy">Of the scheme http, https or socks5, with the name and password for it; null to go there directly.</param>
/// <param name="authorities">Who may vouch for servers under TLS; null for those of OpenSSL.</param>
internal sealed class Destination(Uri server, Uri? forwardProxy = null, X509ChainPolicy? authorities = null)
{
    public Uri Server => server;

    public Uri? ForwardProxy => forwardProxy;

    public X509ChainPolicy? Authorities => authorities;

    public bool IsTls => server.Scheme == "https";

    /// <summary>The forward proxy reads the requests, which name the whole URL (RFC 9112, 3.2.2).</summary>
    public bool IsForwarded { get; } = forwardProxy is { Scheme: not "socks5" } && server.Scheme != "https";

    /// <summary>What the forward proxy is told of who asks (RFC 7617); null for nothing.</summary>
    public string? ProxyAuthorization { get; } = forwardProxy is { UserInfo.Length: > 0, Scheme: not "socks5" }
        ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(':', Credentials(forwardProxy))))
        : null;

    /// <summary>Host and port as requests name them.</summary>
    public static string Place(Uri url, bool withPort)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? $"[{url.IdnHost}]" : url.IdnHost;
        return withPort ? $"{host}:{url.Port}" : host;
    }

    /// <summary>Name and password of a URL; both empty when it has none.</summary>
    public static string[] Credentials(Uri url)
    {
        var parts = url.UserInfo.Split(':', 2);
        return [Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : ""];
    }
}
