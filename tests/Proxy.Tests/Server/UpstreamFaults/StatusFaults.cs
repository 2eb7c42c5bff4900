namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Statuses that no answer should have here, and answers that have no body (RFC 9112, 6.3).</summary>
internal static class StatusFaults
{
    private const string Location = "Location: /v1/elsewhere";

    public static IEnumerable<Fault> All =>
    [
        .. new[] { 300, 301, 302, 303, 307, 308 }.Select(status => Told(status, Outcome.Broken, Location)),
        Told(201, Outcome.Broken),
        Told(206, Outcome.Broken, "Content-Range: bytes 0-5/9"),
        Told(407, Outcome.Broken, "Proxy-Authenticate: Basic realm=\"x\""),
        Told(426, Outcome.Broken, "Upgrade: h2c"),
        Told(413, Outcome.Error(413, "request_too_large")),
        Told(503, Outcome.Error(529, "overloaded_error"), "Retry-After: 1"),
        Told(600, Outcome.Broken),
        Bodiless(204, ""),
        Bodiless(304, "ETag: \"x\"\r\n"),
        Says("status 204 with a length", Outcome.Broken, _ => "HTTP/1.1 204 x\r\nContent-Length: 100\r\n\r\n"),
        Says("status 304 with a length", Outcome.Broken, _ => "HTTP/1.1 304 x\r\nContent-Length: 100\r\n\r\n"),
        new("status 205 without a length", Outcome.Broken, scene => scene.SaysAndClosesAtOnce("HTTP/1.1 205 x\r\n\r\n")),
        new("status 200 with an empty body", Outcome.Broken, scene => scene.Says(scene.Head("Content-Length: 0")))
            { Connection = ConnectionFate.Kept },
        new("status 200 with no chunk", Outcome.Broken, scene => scene.Says(scene.Chunked + "0\r\n\r\n")) { Connection = ConnectionFate.Open },
        new("status 500 whose body is cut", new Outcome(false, (500, "api_error"), (502, "api_error")),
            scene => scene.SaysAndClosesAtOnce("HTTP/1.1 500 x\r\nContent-Length: 100\r\n\r\n{\"err")),
        new("status 401 whose body never ends", Outcome.Error(401, "authentication_error"), async scene =>
        {
            await scene.Says("HTTP/1.1 401 x\r\nTransfer-Encoding: chunked\r\n\r\n");
            await scene.SaysForever(Scene.Chunk(new string('a', 10_000)));
        }),
    ];

    /// <summary>With the body of a right answer, which must not be taken for one.</summary>
    private static Fault Told(int status, Outcome outcome, params string[] headers) =>
        Says($"status {status}", outcome, scene => scene.Answer.Replace("200 OK\r\n",
            $"{status} x\r\n" + string.Concat(headers.Select(header => header + "\r\n")), StringComparison.Ordinal));

    private static Fault Bodiless(int status, string headers) =>
        Says($"status {status} without a length", Outcome.Broken, _ => $"HTTP/1.1 {status} x\r\n{headers}\r\n");

    private static Fault Says(string name, Outcome outcome, Func<Scene, string> said) =>
        new(name, outcome, scene => scene.Says(said(scene))) { Connection = ConnectionFate.Open };
}
