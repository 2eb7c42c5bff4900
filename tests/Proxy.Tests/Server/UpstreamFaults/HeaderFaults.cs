namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Headers that are not as they should be, and the odd ones that are (RFC 9112, 5; RFC 9110, 5.5).</summary>
internal static class HeaderFaults
{
    public static IEnumerable<Fault> All =>
    [
        Wrong("a header without a colon", "X-Broken"),
        Wrong("a header without a name", ": value"),
        Wrong("a header's name with a blank in it", "X Broken: a"),
        Wrong("a header's name with a NUL", "X-\0Broken: a"),
        Wrong("a header's name with a control character", "X-\u0001Broken: a"),
        Wrong("a header's name that is no ASCII", "X-\u00e9: a"),
        Wrong("headers of 70 kB", $"X-Long: {new string('a', 70_000)}"),
        Wrong("ten thousand headers", [.. Enumerable.Range(0, 10_000).Select(number => $"X-{number}: a")]),
        new("headers without end", Outcome.Broken, async scene =>
        {
            await scene.Says("HTTP/1.1 200 OK\r\n");
            await scene.SaysForever(string.Concat(Enumerable.Repeat("X-More: and on and on\r\n", 500)));
        }),
        new("a header without end", Outcome.Broken, async scene =>
        {
            await scene.Says("HTTP/1.1 200 OK\r\nX-Long: ");
            await scene.SaysForever(new string('a', 10_000));
        }),
        Open("a blank before a header's colon", scene => [$"Content-Length : {scene.Body.Length}"]),
        Open("a header before the first of which is a blank", scene => [" X-Folded: a", .. Length(scene)]),
        Open("a NUL in a header's value", scene => ["X-Odd: a\0b", .. Length(scene)]),
        Open("a control character in a header's value", scene => ["X-Odd: a\u001bb", .. Length(scene)]),
        Open("a bare carriage return in a header's value", scene => ["X-Odd: a\rContent-Length: 5", .. Length(scene)]),
        new("headers whose lines end in a bare line feed", Outcome.WholeOrBroken,
            scene => scene.Says(scene.Sized.Replace("\r\n", "\n", StringComparison.Ordinal) + scene.Body)) { Connection = ConnectionFate.Open },
        Right("a folded header", scene => ["X-Folded: a", "  Content-Length: 5", "\tb", .. Length(scene)]),
        Right("a header without a value", scene => ["X-Empty:", "X-Blank:   ", .. Length(scene)]),
        Right("a header's value in UTF-8", scene => ["X-Odd: \u00c3\u00a9", .. Length(scene)]),
        Right("a header's value in Latin-1", scene => ["X-Request-Id: \u00e9", .. Length(scene)]),
        Right("headers in odd letters", scene => [$"cONTENT-lENGTH:{scene.Body.Length}"]),
        Right("headers of 30 kB", scene => [$"X-Long: {new string('a', 30_000)}", .. Length(scene)]),
        Right("two hundred cookies", scene => [.. Enumerable.Range(0, 200).Select(number => $"Set-Cookie: c{number}=v"), .. Length(scene)]),
        Right("a header that looks like a length", scene => ["X-Content-Length: 5", "Content-Lengths: 5", .. Length(scene)]),
    ];

    private static string[] Length(Scene scene) => [$"Content-Length: {scene.Body.Length}"];

    private static Fault Right(string name, Func<Scene, string[]> headers) =>
        new(name, Outcome.Whole, scene => scene.Says(scene.Head(headers(scene)) + scene.Body)) { Connection = ConnectionFate.Kept };

    private static Fault Open(string name, Func<Scene, string[]> headers) =>
        new(name, Outcome.WholeOrBroken, scene => scene.Says(scene.Head(headers(scene)) + scene.Body)) { Connection = ConnectionFate.Open };

    private static Fault Wrong(string name, params string[] headers) =>
        new(name, Outcome.Broken, scene => scene.Says(scene.Head([.. headers, .. Length(scene)]) + scene.Body));
}
