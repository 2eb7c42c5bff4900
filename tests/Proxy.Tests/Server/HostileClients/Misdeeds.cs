using System.Globalization;

namespace Proxy.Tests.Server.HostileClients;

/// <summary>Requests that break HTTP's rules or stretch them, and the statuses of which the proxy may give each one.</summary>
internal static class Misdeeds
{
    /// <summary>The connection is closed without a word.</summary>
    public const int Closed = 0;

    private const string Post = "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private const string Get = "GET /health HTTP/1.1\r\nHost: localhost\r\n";
    private const string Last = "0\r\n\r\n";

    private static readonly string Length = Samples.Request.Length.ToString(CultureInfo.InvariantCulture);

    public static IReadOnlyDictionary<string, (string Said, int[] Statuses)> All { get; } = new Dictionary<string, (string, int[])>
    {
        ["a length that is too short"] = (Post + "Content-Length: 50\r\n\r\n" + Samples.Request, [400]),
        ["a negative length"] = Refused("Content-Length: -1"),
        ["a length that is a word"] = Refused("Content-Length: many"),
        ["a length with a plus"] = Refused("Content-Length: +5"),
        ["a length of a hundred digits"] = Refused($"Content-Length: {new string('9', 100)}"),
        ["two lengths that differ"] = Refused($"Content-Length: 5\r\nContent-Length: {Length}"),
        ["two lengths in one header"] = Refused($"Content-Length: {Length}, 5"),
        ["a length beyond the limit"] = (Post + "Content-Length: 9000000000\r\n\r\n", [413]),
        ["chunks without a size"] = Chunked("\r\nabc\r\n" + Last),
        ["chunks whose size is a word"] = Chunked("zz\r\nabc\r\n" + Last),
        ["chunks whose size is negative"] = Chunked("-3\r\nabc\r\n" + Last),
        ["chunks whose size is too large"] = Chunked("FFFFFFFFFFFFFFFFF\r\nabc\r\n" + Last),
        ["chunks that are longer than their size"] = Chunked("3\r\nabcdef\r\n" + Last),
        ["chunks with a bare line feed in an extension"] = Chunked("3;a\nb\r\nabc\r\n" + Last),
        ["chunks of more than the limit"] =
            (Post + "Transfer-Encoding: chunked\r\n\r\n" + string.Concat(Enumerable.Repeat($"100000\r\n{new string('x', 1 << 20)}\r\n", 40)), [413]),
        ["an unknown transfer coding"] = Refused("Transfer-Encoding: quantum", 400, 501),
        ["chunked before another coding"] = Refused("Transfer-Encoding: chunked, gzip", 400, 501),
        ["JSON of 100,000 levels"] = (Post + $"Content-Length: 100000\r\n\r\n{new string('[', 100_000)}", [400]),
        ["a second Host"] = (Get + "Host: evil.example\r\n\r\n", [400]),
        ["no Host"] = ("GET /health HTTP/1.1\r\n\r\n", [400]),
        ["a Host with a path"] = ("GET /health HTTP/1.1\r\nHost: localhost/x\r\n\r\n", [400, 403]),
        ["another host in the target"] = ("GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n", [400, 403]),
        ["another host in both"] = ("GET http://evil.example/health HTTP/1.1\r\nHost: evil.example\r\n\r\n", [403]),
        ["a target without a slash"] = ("GET health HTTP/1.1\r\nHost: localhost\r\n\r\n", [400, 405]),
        ["a target with a NUL"] = ("GET /health%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", [400, 404]),
        ["a target of 100 kB"] = ($"GET /{new string('a', 100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", [400, 414]),
        ["headers of 100 kB"] = (Get + $"X-Long: {new string('a', 100_000)}\r\n\r\n", [431]),
        ["a thousand headers"] = (Get + string.Concat(Enumerable.Range(0, 1000).Select(number => $"X-{number}: a\r\n")) + "\r\n", [431]),
        ["a header without a colon"] = (Get + "X-Broken\r\n\r\n", [400]),
        ["a blank before a colon"] = (Get + "X-Broken : a\r\n\r\n", [400]),
        ["a folded header"] = (Get + "X-Folded: a\r\n b\r\n\r\n", [400]),
        ["a NUL in a header"] = (Get + "X-Broken: a\0b\r\n\r\n", [400]),
        ["a bare carriage return in a header"] = (Get + "X-Broken: a\rb\r\n\r\n", [400]),
        ["HTTP/2 from the start"] = ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\u0012\u0004\0\0\0\0\0", [400, 505, Closed]),
        ["HTTP/3"] = ("GET /health HTTP/3.0\r\nHost: localhost\r\n\r\n", [400, 505]),
        ["TLS from the start"] = ("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + new string('\u0042', 508) + "\r\n", [400, Closed]),
        ["a response"] = ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", [400, 505, Closed]),
        ["CONNECT"] = ("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n", [400, 403, 404, 405]),
        ["TRACE"] = ("TRACE /health HTTP/1.1\r\nHost: localhost\r\nX-Secret: s3\r\nConnection: close\r\n\r\n", [405]),
        ["a method that is none"] = ("HE\u0001LLO /health HTTP/1.1\r\nHost: localhost\r\n\r\n", [400]),
        ["an upgrade to WebSocket"] = (Get + "Connection: upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n", [200]),
        ["an upgrade to HTTP/2"] =
            (Get + "Connection: upgrade, http2-settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n", [200]),
        ["an expectation that is none"] = (Get + "Expect: wonders\r\nConnection: close\r\n\r\n", [200, 417]),
        ["HTTP/1.0"] = ("GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n", [200]),
    };

    private static (string, int[]) Refused(string header, params int[] statuses) =>
        (Post + header + "\r\n\r\n" + Samples.Request, statuses.Length > 0 ? statuses : [400]);

    private static (string, int[]) Chunked(string body) => (Post + "Transfer-Encoding: chunked\r\n\r\n" + body, [400]);
}
