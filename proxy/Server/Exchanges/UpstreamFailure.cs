using System.Net.Sockets;
using System.Security.Authentication;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Compression;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Says in the client's terms why an upstream gave no response. The upstream's host is the operator's business and is not named.</summary>
internal static class UpstreamFailure
{
    /// <summary>Null for what is not the upstream's doing.</summary>
    public static ApiError? Explain(Exception exception, EndReason reason) => (reason, exception) switch
    {
        (EndReason.ClientGone, _) => null,
        (EndReason.UpstreamSilent, _) => ApiError.Timeout("The upstream sent nothing for too long (PROXY_IDLE_TIMEOUT)."),
        (EndReason.Shutdown, _) => ApiError.Overloaded("The proxy is shutting down."),
        (_, HttpRequestException e) => ApiError.BadGateway($"The upstream could not be reached: {Describe(e)}."),
        (_, UnknownCodingException e) => ApiError.BadGateway(
            $"The upstream's response has the content-encoding {e.Coding}, although none was asked for. Only {ContentCodings.Names} can be read."),
        (_, InvalidDataException e) => ApiError.BadGateway($"The upstream's compressed response is damaged: {e.Message}."),
        (_, IOException) => ApiError.BadGateway("The connection to the upstream broke before the response was complete."),
        (_, SseTooLargeException) => ApiError.BadGateway("One event of the upstream's stream is too large."),
        (_, OperationCanceledException) => ApiError.Timeout("The upstream could not be reached in time."),
        _ => null,
    };

    private static string Describe(HttpRequestException exception) => exception switch
    {
        { HttpRequestError: HttpRequestError.NameResolutionError } => "its name cannot be resolved",
        { InnerException: ForbiddenAddressException } => "its name leads to a link-local or metadata address",
        { InnerException: AuthenticationException } => "its certificate is not trusted (SSL_CERT_FILE)",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS failed",
        { HttpRequestError: HttpRequestError.ProxyTunnelError } => "the forward proxy refused the connection",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "connection refused",
        { InnerException: SocketException { SocketErrorCode: SocketError.TooManyOpenSockets } } => "the proxy has too many open files (ulimit -n)",
        { HttpRequestError: HttpRequestError.ResponseEnded } => "it closed the connection without a response",
        { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        _ => "it does not speak HTTP as it should",
    };
}
