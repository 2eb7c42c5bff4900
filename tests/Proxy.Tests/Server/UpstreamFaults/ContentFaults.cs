namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Bodies that are not what their content type says, and types that nobody asked for.</summary>
internal static class ContentFaults
{
    private const string Page = "<html><body>Please sign in.</body></html>";

    public static IEnumerable<Fault> All =>
    [
        Typed("a page of HTML", Outcome.Broken, "text/html", _ => Page),
        Typed("a page of HTML called JSON", Outcome.Broken, "application/json", _ => Page),
        Typed("no content type", Outcome.Whole, null, scene => scene.Body),
        Typed("plain text as content type", Outcome.Whole, "text/plain; charset=utf-8", scene => scene.Body),
        Typed("a content type that is no type", Outcome.Whole, ";;=\u00e9", scene => scene.Body),
        Typed("JSON with a charset", Outcome.Whole, "application/json; charset=utf-8", _ => Samples.Answer),
        Typed("JSON in capital letters", Outcome.Whole, "Application/JSON", _ => Samples.Answer),
        Typed("a byte order mark before JSON", Outcome.WholeOrBroken, "application/json", _ => "\u00ef\u00bb\u00bf" + Samples.Answer),
        Typed("blanks around JSON", Outcome.Whole, "application/json", _ => "\r\n\t " + Samples.Answer + "\r\n "),
        Typed("two JSON texts", Outcome.Broken, "application/json", _ => Samples.Answer + Samples.Answer),
        Typed("a NUL after JSON", Outcome.Broken, "application/json", _ => Samples.Answer + "\0"),
        Typed("JSON that is null", Outcome.Broken, "application/json", _ => "null"),
        Typed("JSON of 100,000 levels", Outcome.Broken, "application/json", _ => new string('[', 100_000)),
        Typed("JSON without choices", Outcome.Broken, "application/json", _ => """{"id":"c1","choices":[]}"""),
        Typed("an error with status 200", Outcome.Broken, "application/json", _ => """{"error":{"message":"no","type":"server_error"}}"""),
        Typed("invalid UTF-8 outside of texts", Outcome.Broken, "application/json", _ => "\u00ff" + Samples.Answer),
        new("a whole answer a byte at a time", Outcome.Whole, scene => scene.Read().Then(() => scene.Drips(scene.Answer)))
            { Connection = ConnectionFate.Kept },
        new("a chunked answer a byte at a time", Outcome.Whole, scene => scene.Read().Then(() =>
            scene.Drips(scene.Chunked + Scene.Chunk(scene.FirstPart) + Scene.Chunk(scene.SecondPart) + "0\r\n\r\n")))
            // A stream is over for the client before its last bytes have come.
            { Connection = ConnectionFate.Open },
    ];

    private static Fault Typed(string name, Outcome outcome, string? type, Func<Scene, string> body)
    {
        var header = type is null ? "" : $"Content-Type: {type}\r\n";
        Func<Scene, string> said = scene => $"HTTP/1.1 200 OK\r\n{header}Content-Length: {body(scene).Length}\r\n\r\n{body(scene)}";
        return new Fault(name, outcome, scene => scene.Says(said(scene))) { Connection = ConnectionFate.Open };
    }
}
