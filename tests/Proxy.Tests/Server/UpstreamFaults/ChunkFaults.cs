namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Chunks that are not as they should be, and the odd ones that are (RFC 9112, 7.1).</summary>
internal static class ChunkFaults
{
    private const string Last = "0\r\n\r\n";

    public static IEnumerable<Fault> All =>
    [
        Right("in capital letters", scene => Sized(scene, size => $"{size:X}")),
        Right("with leading zeros", scene => Sized(scene, size => $"0000000{size:x}")),
        Right("with an extension", scene => Sized(scene, size => $"{size:x};a=b;c")),
        Right("with a quoted extension", scene => Sized(scene, size => $"{size:x};a=\"x;y\\\"z\"")),
        Right("with a blank before an extension", scene => Sized(scene, size => $"{size:x} ;a")),
        Right("of one byte each", scene => string.Concat(scene.Body.Select(letter => Scene.Chunk($"{letter}"))) + Last),
        Right("that end with three noughts", scene => Scene.Chunk(scene.Body) + "000\r\n\r\n"),
        Right("and a trailer", scene => Scene.Chunk(scene.Body) + "0\r\nX-Checksum: 5\r\nX-Other: 6\r\n\r\n"),
        Right("and a trailer that says a length", scene => Scene.Chunk(scene.Body) + "0\r\nContent-Length: 5\r\n\r\n"),
        Right("and a trailer that says another framing", scene => Scene.Chunk(scene.Body) + "0\r\nTransfer-Encoding: gzip\r\n\r\n"),
        new("chunks whose lines end in a bare line feed", Outcome.WholeOrBroken,
            scene => scene.Says(scene.Chunked + (Scene.Chunk(scene.Body) + Last).Replace("\r\n", "\n", StringComparison.Ordinal)))
            { Connection = ConnectionFate.Open },
        Wrong("without a size", "\r\nabc\r\n"),
        Wrong("whose size is a word", "zz\r\nabc\r\n"),
        Wrong("whose size is negative", "-3\r\nabc\r\n"),
        Wrong("whose size has a plus", "+3\r\nabc\r\n"),
        Wrong("whose size has a prefix", "0x3\r\nabc\r\n"),
        Wrong("whose size comes after a blank", " 3\r\nabc\r\n"),
        Wrong("whose size is two numbers", "3 3\r\nabc\r\n"),
        Wrong("whose size ends in a letter", "3g\r\nabc\r\n"),
        Wrong("whose size is 16 times F", "FFFFFFFFFFFFFFFF\r\nabc\r\n"),
        Wrong("whose size is negative in 64 bits", "8000000000000000\r\nabc\r\n"),
        Wrong("whose size is more than 64 bits", "10000000000000003\r\nabc\r\n"),
        Wrong("whose size has a hundred digits", new string('1', 100) + "\r\nabc\r\n"),
        Wrong("that are longer than their size", "3\r\nabcdefgh\r\n"),
        Wrong("without an end of line after the data", "3\r\nabc3\r\ndef\r\n"),
        Wrong("with other letters after the data", "3\r\nabcXY3\r\ndef\r\n"),
        Wrong("with an extension of 100 kB", $"3;{new string('a', 100_000)}\r\nabc\r\n"),
        new("chunks whose size never ends", Outcome.Broken, async scene =>
        {
            await scene.SaysFirst(scene.Chunked + Scene.Chunk(scene.FirstPart) + "3;");
            await scene.SaysForever(new string('a', 10_000));
        }),
        new("chunks and trailers without end", Outcome.Broken, async scene =>
        {
            await scene.SaysFirst(scene.Chunked + Scene.Chunk(scene.FirstPart) + "0\r\n");
            await scene.SaysForever(string.Concat(Enumerable.Repeat("X-Trailer: and on and on\r\n", 500)));
        }),
        new("chunks that end in the midst of the answer", Outcome.Broken,
            scene => scene.Says(scene.Chunked + Scene.Chunk(scene.FirstPart) + Last)) { Connection = ConnectionFate.Open },
    ];

    private static string Sized(Scene scene, Func<int, string> size) =>
        $"{size(scene.FirstPart.Length)}\r\n{scene.FirstPart}\r\n{size(scene.SecondPart.Length)}\r\n{scene.SecondPart}\r\n{Last}";

    private static Fault Right(string how, Func<Scene, string> body) =>
        new($"chunks {how}", Outcome.Whole, scene => scene.Says(scene.Chunked + body(scene))) { Connection = ConnectionFate.Kept };

    /// <summary>After a first chunk that is right; the rest of the answer would be there, for a reader that goes on.</summary>
    private static Fault Wrong(string how, string chunk) => new($"chunks {how}", Outcome.Broken, async scene =>
    {
        await scene.SaysFirst(scene.Chunked + Scene.Chunk(scene.FirstPart));
        await scene.SaysMore(chunk + Scene.Chunk(scene.SecondPart) + Last);
    });
}
