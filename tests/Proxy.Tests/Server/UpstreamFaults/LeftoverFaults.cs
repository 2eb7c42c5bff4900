using System.Text;

namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Bytes after an answer's end: whoever put them there must not answer the next request.</summary>
internal static class LeftoverFaults
{
    private static readonly string Smuggled = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" +
        $"Content-Length: {Encoding.UTF8.GetByteCount(Samples.Answer)}\r\n\r\n{Samples.Answer}";

    public static IEnumerable<Fault> All =>
    [
        After("another answer", scene => scene.Answer + Smuggled),
        After("another answer after chunks", scene => scene.Chunked + Scene.Chunk(scene.Body) + "0\r\n\r\n" + Smuggled),
        After("one byte", scene => scene.Answer + "x"),
        After("an empty line", scene => scene.Answer + "\r\n"),
        After("a part of another answer", scene => scene.Answer + Smuggled[..20]),
        After("a megabyte", scene => scene.Answer + new string('x', 1 << 20)),
        new("left over: the body of a 204", Outcome.Broken, scene => scene.Says("HTTP/1.1 204 x\r\n\r\n" + Smuggled)),
        new("left over: the body of a 304", Outcome.Broken,
            scene => scene.Says($"HTTP/1.1 304 x\r\nContent-Length: {Smuggled.Length}\r\n\r\n" + Smuggled)),
    ];

    private static Fault After(string what, Func<Scene, string> said) => new($"left over: {what}", Outcome.Whole, scene => scene.Says(said(scene)));
}
