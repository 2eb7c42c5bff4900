using System.Text;
using Proxy.Tests.Compression;

namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>How a message says where it ends, in two ways or in unknown ones, and in the words of HTTP/1.0 (RFC 9112, 6 and 9.3).</summary>
internal static class TransferFaults
{
    private const string Last = "0\r\n\r\n";

    public static IEnumerable<Fault> All =>
    [
        new("both a length and chunks", Outcome.WholeOrBroken,
            scene => scene.Says(scene.Head("Content-Length: 5", "Transfer-Encoding: chunked") + Chunks(scene))),
        new("both chunks and the right length", Outcome.WholeOrBroken,
            scene => scene.Says(scene.Head("Transfer-Encoding: chunked", $"Content-Length: {Chunks(scene).Length}") + Chunks(scene))),
        new("chunked in capital letters", Outcome.Whole, scene => scene.Says(scene.Head("Transfer-Encoding: CHUNKED") + Chunks(scene)))
            { Connection = ConnectionFate.Kept },
        new("chunked with blanks around", Outcome.Whole, scene => scene.Says(scene.Head("Transfer-Encoding: \t chunked \t") + Chunks(scene)))
            { Connection = ConnectionFate.Kept },
        new("chunked twice in one header", Outcome.WholeOrBroken,
            scene => scene.Says(scene.Head("Transfer-Encoding: chunked, chunked") + Chunks(scene)))
            { Connection = ConnectionFate.Open },
        new("chunked in two headers", Outcome.WholeOrBroken,
            scene => scene.Says(scene.Head("Transfer-Encoding: chunked", "Transfer-Encoding: chunked") + Chunks(scene)))
            { Connection = ConnectionFate.Open },
        Refused("chunked before another coding", scene => scene.Head("Transfer-Encoding: chunked, gzip") + Chunks(scene)),
        Refused("an unknown transfer coding", scene => scene.Head("Transfer-Encoding: quantum") + scene.Body),
        Refused("an unknown transfer coding under chunks", scene => scene.Head("Transfer-Encoding: quantum, chunked") + Chunks(scene))
            with { Connection = ConnectionFate.Open },
        Refused("a transfer coding of gzip under chunks", scene => scene.Head("Transfer-Encoding: gzip, chunked") + Chunks(Zipped(scene)))
            with { Connection = ConnectionFate.Open },
        new("a content coding of gzip in chunks", Outcome.Whole,
            scene => scene.Says(scene.Head("Transfer-Encoding: chunked", "Content-Encoding: gzip") + Chunks(Zipped(scene))))
            { Connection = ConnectionFate.Kept },
        new("a content coding of gzip that is cut", Outcome.Broken,
            scene => scene.Says(scene.Head("Transfer-Encoding: chunked", "Content-Encoding: gzip") + Chunks(Zipped(scene)[..^30])))
            { Connection = ConnectionFate.Open, Streamed = [false] },
        new("a content coding of gzip over plain text", Outcome.Broken,
            scene => scene.Says(scene.Head("Transfer-Encoding: chunked", "Content-Encoding: gzip") + Chunks(scene)))
            { Connection = ConnectionFate.Open },
        new("Connection: close", Outcome.Whole,
            scene => scene.Says(scene.Head($"Content-Length: {scene.Body.Length}", "Connection: close") + scene.Body)),
        new("Connection: CLOSE among others", Outcome.Whole,
            scene => scene.Says(scene.Head("Transfer-Encoding: chunked", "Connection: foo, CLOSE") + Chunks(scene))),
        new("HTTP/1.0 until the connection closes", Outcome.Whole, scene => scene.Says(Old(scene.Head()) + scene.Body).Then(scene.Close)),
        new("HTTP/1.0 with a length", Outcome.Whole, scene => scene.Says(Old(scene.Answer))),
        new("HTTP/1.0 with a length and keep-alive", Outcome.Whole,
            scene => scene.Says(Old(scene.Head($"Content-Length: {scene.Body.Length}", "Connection: keep-alive")) + scene.Body))
            { Connection = ConnectionFate.Open },
        new("HTTP/1.0 with chunks", Outcome.WholeOrBroken, scene => scene.Says(Old(scene.Chunked) + Chunks(scene))),
    ];

    private static Fault Refused(string name, Func<Scene, string> said) =>
        new(name, Outcome.Broken, scene => scene.Says(said(scene)).Then(scene.EndSaying));

    private static string Chunks(Scene scene) => Chunks(scene.Body);

    private static string Chunks(string body) => string.Concat(body.Chunk(7).Select(part => Scene.Chunk(new string(part)))) + Last;

    private static string Zipped(Scene scene) => Encoding.Latin1.GetString(Coded.As("gzip", Encoding.UTF8.GetBytes(scene.Body)));

    private static string Old(string response) => response.Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal);
}
