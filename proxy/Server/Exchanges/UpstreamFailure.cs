using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Compression;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Upstream.Http;

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
        (_, NoResponseException e) => ApiError.BadGateway($"The upstream could not be reached: {e.Message}."),
        (_, UnknownCodingException e) => ApiError.BadGateway(
            $"The upstream's response has the content-encoding {e.Coding}, although none was asked for. Only {ContentCodings.Names} can be read."),
        (_, InvalidDataException e) => ApiError.BadGateway($"The upstream's compressed response is damaged: {e.Message}."),
        (_, IOException) => ApiError.BadGateway("The connection to the upstream broke before the response was complete."),
        (_, SseTooLargeException) => ApiError.BadGateway("One event of the upstream's stream is too large."),
        (_, OperationCanceledException) => ApiError.Timeout("The upstream could not be reached in time."),
        _ => null,
    };
}
