namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>
/// Faults that SocketsHttpHandler, with which the proxy speaks to its upstreams, does not see or waits on for ever. A client of our own must pass
/// them all.
/// </summary>
internal static class HandlerGaps
{
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>
    {
        // A length that is none counts as no length: the body is read until the connection closes, which it does not.
        "length negative", "length with a plus", "length a word", "length empty", "length hexadecimal", "length a fraction", "length two numbers",
        "length a number and a word", "length in digits that are no ASCII", "length more than 64 bits", "length more than 63 bits",
        "length a hundred digits", "length twice in one header", "different lengths in one header",
        // The first one counts.
        "lengths in two headers that differ",
        "both a length and chunks", "both chunks and the right length", "chunked before another coding", "an unknown transfer coding",
        "an unknown transfer coding under chunks", "HTTP/1.0 with a length", "HTTP/1.0 with chunks",
        // A chunk of exabytes is waited for.
        "chunks whose size is 16 times F", "chunks whose size is negative in 64 bits",
        "switching protocols unasked",
        // The proxy's own: media types are the same in capital letters (RFC 9110, 8.3.1).
        "JSON in capital letters",
    };
}
