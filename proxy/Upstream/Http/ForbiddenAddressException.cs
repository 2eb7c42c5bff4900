namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>An upstream's name leads to an address that no upstream may have.</summary>
internal sealed class ForbiddenAddressException() : IOException("The upstream's name leads to a link-local or metadata address.");
