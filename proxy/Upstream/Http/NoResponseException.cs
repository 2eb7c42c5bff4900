using System.Net.Sockets;
using System.Security.Authentication;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>A server could not be asked, or gave nothing that is a response. The message says why, in words that can follow a colon.</summary>
internal sealed class NoResponseException(string reason, Exception? cause = null) : IOException(reason, cause)
{
    /// <summary>What came is no response (RFC 9112).</summary>
    public static NoResponseException NotHttp() => new("it does not speak HTTP as it should");

    public static NoResponseException Ended(Exception? cause = null) => new("it closed the connection without a response", cause);

    /// <summary>Why no connection came about.</summary>
    public static NoResponseException Of(Exception cause) => cause switch
    {
        NoResponseException told => told,
        ForbiddenAddressException => new("its name leads to a link-local or metadata address", cause),
        AuthenticationException => new("its certificate is not trusted (SSL_CERT_FILE)", cause),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            new("its name cannot be resolved", cause),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new("connection refused", cause),
        SocketException { SocketErrorCode: SocketError.TooManyOpenSockets } => new("the proxy has too many open files (ulimit -n)", cause),
        _ => new("no connection", cause),
    };
}
