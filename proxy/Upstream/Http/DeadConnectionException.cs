namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>
/// A kept connection turned out to have ended when it was used again: no byte of a response has come, so the request may be sent once more
/// (RFC 9112, 9.3.1).
/// </summary>
internal sealed class DeadConnectionException(Exception? inner) : IOException("A kept connection had ended.", inner);
