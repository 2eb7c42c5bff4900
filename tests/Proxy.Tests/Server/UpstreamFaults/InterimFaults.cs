namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Interim responses before the answer, asked for or not (RFC 9110, 15.2).</summary>
internal static class InterimFaults
{
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
    private const string Processing = "HTTP/1.1 102 Processing\r\n\r\n";
    private const string Hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\nContent-Length: 5\r\n\r\n";

    public static IEnumerable<Fault> All =>
    [
        Right("100", Continue),
        Right("102", Processing),
        Right("103 with headers", Hints),
        Right("of every kind", Continue + Processing + Hints + Hints + Processing + Continue),
        Right("ten", string.Concat(Enumerable.Repeat(Hints, 10))),
        new("interim responses a byte at a time", Outcome.Whole, scene => scene.Read().Then(() => scene.Drips(Continue + Hints + scene.Answer)))
            { Connection = ConnectionFate.Kept },
        new("interim responses and the end", Outcome.Broken, scene => scene.SaysAndClosesAtOnce(Continue + Hints)),
        new("interim responses and silence", Outcome.TimedOut, scene => scene.Says(Continue + Hints)) { IsSilent = true },
        new("interim response cut", Outcome.Broken, scene => scene.SaysAndClosesAtOnce(Hints[..^2])),
        new("interim responses without end", new Outcome(false, (502, "api_error"), (504, "timeout_error")),
            scene => scene.Read().Then(() => scene.SaysForever(Hints))) { IsSilent = true },
        new("switching protocols unasked", Outcome.Broken,
            scene => scene.Says("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n" + scene.Answer)),
    ];

    private static Fault Right(string how, string said) =>
        new($"interim responses: {how}", Outcome.Whole, scene => scene.Says(said + scene.Answer)) { Connection = ConnectionFate.Kept };
}
