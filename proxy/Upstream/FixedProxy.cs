using System.Net;

namespace ClaudeCodeProxy.Upstream;

/// <summary>The forward proxy that the configuration chose for the upstream.</summary>
internal sealed class FixedProxy(Uri proxy) : IWebProxy
{
    public ICredentials? Credentials { get; set; } = ReadCredentials(proxy.UserInfo);

    public Uri GetProxy(Uri destination) => proxy;

    public bool IsBypassed(Uri host) => false;

    private static NetworkCredential? ReadCredentials(string userInfo)
    {
        if (userInfo.Length == 0)
            return null;
        var parts = userInfo.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
