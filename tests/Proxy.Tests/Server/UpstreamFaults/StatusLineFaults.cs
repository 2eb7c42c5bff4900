namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>First lines that are not as they should be, and the odd ones that are (RFC 9112, 4).</summary>
internal static class StatusLineFaults
{
    public static IEnumerable<Fault> All =>
    [
        Right("no reason", "HTTP/1.1 200 "),
        Right("no reason and no blank", "HTTP/1.1 200"),
        Right("a reason in UTF-8", "HTTP/1.1 200 Tr\u00c3\u00a8s bien"),
        Right("a reason that says something else", "HTTP/1.1 200 404 Not Found"),
        new("status line with a higher minor version", Outcome.WholeOrBroken, scene => scene.Says(WithLine(scene, "HTTP/1.2 200 OK")))
            { Connection = ConnectionFate.Open },
        Wrong("HTTP/2", "HTTP/2.0 200 OK"),
        Wrong("HTTP/2 without a minor version", "HTTP/2 200"),
        Wrong("no version", "HTTP 200 OK"),
        Wrong("another protocol", "ICY 200 OK"),
        Wrong("small letters", "http/1.1 200 OK"),
        Wrong("an empty line before it", "\r\nHTTP/1.1 200 OK"),
        Wrong("two blanks", "HTTP/1.1  200 OK"),
        Wrong("a tab", "HTTP/1.1\t200 OK"),
        Wrong("a status of two digits", "HTTP/1.1 20 OK"),
        Wrong("a status of four digits", "HTTP/1.1 2000 OK"),
        Wrong("a status with a letter", "HTTP/1.1 2OO OK"),
        Wrong("a negative status", "HTTP/1.1 -20 OK"),
        Wrong("no status", "HTTP/1.1 OK"),
        Wrong("no blank after the status", "HTTP/1.1 200OK"),
        Wrong("status 099", "HTTP/1.1 099 OK") with { Connection = ConnectionFate.Open },
        Wrong("status 999", "HTTP/1.1 999 OK") with { Connection = ConnectionFate.Open },
        Wrong("a page without headers", "<html><body>It works!</body></html>"),
        Wrong("an SSH server", "SSH-2.0-OpenSSH_9.9"),
        Wrong("a mail server", "220 mail.example ESMTP"),
        Wrong("a request", "POST /v1/chat/completions HTTP/1.1"),
        new("status line of TLS", Outcome.Broken, scene => scene.SaysAndClosesAtOnce("\u0015\u0003\u0001\u0000\u0002\u0002\u0046")),
        new("status line of HTTP/2 frames", Outcome.Broken, scene => scene.SaysAndClosesAtOnce("\0\0\u0006\u0004\0\0\0\0\0\0\u0005\0\0\u0040\0")),
        new("status line without end", Outcome.Broken, async scene =>
        {
            await scene.Says("HTTP/1.1 200 ");
            await scene.SaysForever(new string('a', 10_000));
        }),
    ];

    private static string WithLine(Scene scene, string line) => line + scene.Answer["HTTP/1.1 200 OK".Length..];

    private static Fault Right(string how, string line) =>
        new($"status line with {how}", Outcome.Whole, scene => scene.Says(WithLine(scene, line))) { Connection = ConnectionFate.Kept };

    private static Fault Wrong(string how, string line) => new($"status line with {how}", Outcome.Broken, scene => scene.Says(WithLine(scene, line)));
}
