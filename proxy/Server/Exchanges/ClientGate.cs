using System.Net;
using System.Security.Cryptography;
using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Decides who may use the proxy, before a byte of the body is read.</summary>
internal sealed class ClientGate(ListenAddress listen, Secret? key)
{
    private const string Bearer = "Bearer ";

    /// <summary>
    /// Refuses what a web page could send: a page of another origin, and on loopback a host name that is not this machine's,
    /// which is how DNS rebinding reaches it.
    /// </summary>
    public void CheckOrigin(IHeaderDictionary headers)
    {
        var host = headers.Host.ToString();
        if (listen.IsLoopback && !IsThisMachine(host))
            throw new ApiErrorException(ApiError.Permission("The Host header does not name this machine. Use 127.0.0.1 or localhost."));

        if (headers.Origin.Count > 0 && !IsOwnPage(headers.Origin, host))
            throw new ApiErrorException(ApiError.Permission("Requests from web pages are not served."));
    }

    public void CheckKey(IHeaderDictionary headers)
    {
        if (key is null)
            return;
        // Where both come the first decides, as it does for Anthropic.
        var own = headers["x-api-key"];
        if (StringValues.IsNullOrEmpty(own) ? headers.Authorization.Any(MatchesBearer) : own.Any(Matches))
            return;
        throw new ApiErrorException(ApiError.Authentication("Send the proxy's client key as x-api-key or as Authorization: Bearer."));
    }

    private bool MatchesBearer(string? value) =>
        value is not null && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && Matches(value[Bearer.Length..].Trim());

    private bool Matches(string? value) =>
        value is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), key!.Utf8);

    private static bool IsOwnPage(string? origin, string host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(host, StringComparison.OrdinalIgnoreCase);

    private static bool IsThisMachine(string host)
    {
        var name = host is ['[', ..] ? host[1..Math.Max(1, host.IndexOf(']', StringComparison.Ordinal))] : host.Split(':')[0];
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        return IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address);
    }
}
