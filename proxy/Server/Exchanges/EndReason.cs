namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Why a request was ended before its response was complete.</summary>
internal enum EndReason
{
    None,
    ClientGone,
    Shutdown,
    UpstreamSilent,
}
